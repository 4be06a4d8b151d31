import { type Document, isMap, isNode, isPair, isScalar, type LineCounter, type Node } from 'yaml';

export interface Place {
  line: number;
  column: number;
}

type Path = readonly PropertyKey[];

/**
 * Where a value stands in a document; where it is missing, its nearest parent that is there. With
 * `key`, where that key of the value stands.
 */
export function placeOf(document: Document, lines: LineCounter, path: Path, key?: string): Place {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = nodeAt(document, path.slice(0, depth));
    if (!node) continue;
    const offset = (depth === path.length && key && keyOffset(node, key)) || startOf(node);
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
  return { line: 1, column: 1 };
}

function nodeAt(document: Document, path: Path): Node | null {
  const found: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(found) ? found : null;
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

function keyOffset(node: Node, key: string): number | null {
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  );
  return pair && isNode(pair.key) ? startOf(pair.key) : null;
}
