/** Where two JSON values differ: the paths to the smallest parts that do, in the order of `before`. */
export function changedPaths(
  before: unknown,
  after: unknown,
  at: readonly string[] = [],
): string[][] {
  if (Object.is(before, after)) return [];
  const [old, now] = [partsOf(before), partsOf(after)];
  if (!old || !now || Array.isArray(before) !== Array.isArray(after)) return [[...at]];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    changedPaths(old.get(key), now.get(key), [...at, key]),
  );
}

function partsOf(value: unknown): Map<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
