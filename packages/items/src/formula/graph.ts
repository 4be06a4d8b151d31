/**
 * Puts nodes after those they need (Tarjan's strongly connected components): each list holds one
 * node, or several that need one another in a circle.
 */
export function needsFirst(
  count: number,
  needsOf: (node: number) => Iterable<number>,
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const seen = new Map<number, { found: number; lowest: number; isOpen: boolean }>();
  const open: number[] = [];

  function visit(node: number) {
    const own = { found: seen.size, lowest: seen.size, isOpen: true };
    seen.set(node, own);
    open.push(node);
    for (const needed of needsOf(node)) {
      const other = seen.get(needed) ?? visit(needed);
      if (other.isOpen) own.lowest = Math.min(own.lowest, other.lowest);
    }
    if (own.lowest === own.found) close(node);
    return own;
  }

  function close(root: number): void {
    const group = open.splice(open.indexOf(root));
    for (const node of group) {
      const state = seen.get(node);
      if (state) state.isOpen = false;
    }
    groups.push(group);
  }

  for (let node = 0; node < count; node += 1) if (!seen.has(node)) visit(node);
  return groups;
}
