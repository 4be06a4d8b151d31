import {
  type Address,
  addressName,
  areaBetween,
  isOnSheet,
  readAddress,
  sheetSize,
} from './address.ts';
import { readContent } from './content.ts';
import { evaluate } from './evaluate.ts';
import { needsFirst } from './graph.ts';
import { type Node, partsOf } from './syntax.ts';
import type { Scalar } from './value.ts';

/** What was typed into each cell, by its name. */
export type TypedCells = Readonly<Record<string, string>>;

/** What each cell that holds something shows, by its name. */
export type SheetValues = ReadonlyMap<string, Scalar>;

const indexOf = ({ row, column }: Address) => row * sheetSize.columns + column;
const addressAt = (index: number): Address => ({
  row: Math.floor(index / sheetSize.columns),
  column: index % sheetSize.columns,
});

/**
 * Calculates a sheet from what was typed. Cells that need one another in a circle hold `#CYCLE!`,
 * and so do those that need them; a formula that cannot be read holds `#ERREUR!`. Names that are no
 * cell of the sheet are left out.
 */
export function recalculate(typed: TypedCells): SheetValues {
  const values = new Map<number, Scalar>();
  const formulas = new Map<number, Node>();
  for (const [name, text] of Object.entries(typed)) {
    const address = readAddress(name);
    if (!address) continue;
    const content = readContent(text);
    if ('formula' in content) formulas.set(indexOf(address), content.formula.tree);
    else if (content.value !== null) values.set(indexOf(address), content.value);
  }
  const cells = (address: Address): Scalar => values.get(indexOf(address)) ?? null;
  const places = [...formulas.keys()];
  const rankOf = new Map(places.map((place, rank) => [place, rank]));
  const needs = [...formulas.values()].map((tree) =>
    [...neededBy(tree)].flatMap((place) => rankOf.get(place) ?? []),
  );
  for (const group of needsFirst(places.length, (rank) => needs[rank] ?? [])) {
    const isCircle = group.length > 1 || group.some((rank) => needs[rank]?.includes(rank));
    for (const rank of group) {
      const place = places[rank];
      const tree = place === undefined ? undefined : formulas.get(place);
      if (place === undefined || !tree) continue;
      values.set(place, isCircle ? { fault: '#CYCLE!' } : evaluate(tree, cells));
    }
  }
  return new Map([...values].map(([place, value]) => [addressName(addressAt(place)), value]));
}

/** Adds the places of the cells that a formula names. */
function collectNeeds(node: Node, needs: Set<number>): void {
  if (node.type === 'cell' && isOnSheet(node.at)) needs.add(indexOf(node.at));
  if (node.type === 'area' && isOnSheet(node.from) && isOnSheet(node.to)) {
    const { top, left, bottom, right } = areaBetween(node.from, node.to);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) needs.add(indexOf({ row, column }));
    }
  }
  for (const part of partsOf(node)) collectNeeds(part, needs);
}

function neededBy(tree: Node): Set<number> {
  const needs = new Set<number>();
  collectNeeds(tree, needs);
  return needs;
}
