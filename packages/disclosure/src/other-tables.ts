import { climb, type Equation, type Solved, solveEquations } from './climb.ts';
import type { IndexedTable } from './indexed-table.ts';

/** How another table differs from the true one: by how much, in each cell that differs. */
export type Change = ReadonlyMap<number, number>;

/** As much as one likes. */
const ANY = Number.POSITIVE_INFINITY;

/** More than any price, so that a cell moves as far as it can whatever that costs. */
const FAR_ABOVE = 1e4;

/** A solver's numbers are this exact. */
const SLACK = 1e-6;

/** Changes of some cells, with the sums that tie them together, solved: to be used many times. */
export interface Space {
  readonly table: IndexedTable;
  /** Each a cell and a way in which it may change: both ways (0), up or down. */
  readonly moves: readonly { readonly cell: number; readonly way: -1 | 0 | 1 }[];
  readonly equations: Solved;
}

/** The changes of some cells: one move for each, or one for each way where that makes a difference. */
export function spaceOf(
  table: IndexedTable,
  cells: readonly number[],
  ways: readonly (-1 | 0 | 1)[],
): Space {
  const moves = cells.flatMap((cell) => ways.map((way) => ({ cell, way })));
  const movesOf = new Map<number, number[]>();
  moves.forEach(({ cell }, index) => movesOf.set(cell, [...(movesOf.get(cell) ?? []), index]));
  const sums = new Set(cells.flatMap((cell) => table.sumsOf[cell] ?? []));
  const equations = [...sums].map((sum): Equation =>
    sum.flatMap((cell, place) =>
      (movesOf.get(cell) ?? []).map((move) => [move, place === 0 ? -1 : 1] as const),
    ),
  );
  return { table, moves, equations: solveEquations(equations, moves.length) };
}

/**
 * Another table of whole counts that fits all that is published, in which one cell holds up to
 * `by` more (or less, where `by` is negative), as far as that goes. Empty where none is found. The
 * space holds a move for every hidden cell.
 */
export const otherTable = (
  space: Space,
  cell: number,
  by: number,
  isHidden: (cell: number) => boolean,
): Change => whole(space.table, towards(space, cell, by, isHidden, null), isHidden);

/**
 * The published cells to hide so that one cell may hold `by` more: those that change where the
 * least costly change is made (after Kelly, Golden & Assad 1992). Empty where nothing does. The
 * space holds a move up and one down for every cell.
 */
export function companionsOf(
  space: Space,
  cell: number,
  by: number,
  isHidden: (cell: number) => boolean,
  price: (cell: number) => number,
): number[] {
  const change = towards(space, cell, by, isHidden, price);
  if (Math.abs(change.get(cell) ?? 0) < Math.abs(by) - SLACK) return [];
  return [...change.keys()].filter((other) => !isHidden(other));
}

/** The change that takes a cell as far as it can, at least cost; without prices, of hidden cells. */
function towards(
  { table, moves, equations }: Space,
  target: number,
  by: number,
  isHidden: (cell: number) => boolean,
  price: ((cell: number) => number) | null,
): Change {
  const limit = (cell: number, way: number, towards: 1 | -1): number => {
    if (way === -towards || !(price ?? isHidden(cell))) return 0;
    const most = towards > 0 ? ANY : (table.counts[cell] ?? 0);
    return cell === target ? Math.min(most, Math.max(0, by * towards)) : most;
  };
  const values = climb({
    equations,
    least: moves.map(({ cell, way }) => -limit(cell, way, -1)),
    most: moves.map(({ cell, way }) => limit(cell, way, 1)),
    worth: moves.map(({ cell, way }) => {
      if (cell === target) return FAR_ABOVE * Math.sign(by);
      return price && !isHidden(cell) ? -way * price(cell) : 0;
    }),
  });
  const change = new Map<number, number>();
  moves.forEach(({ cell }, move) => {
    const value = (change.get(cell) ?? 0) + (values[move] ?? 0);
    if (Math.abs(value) > SLACK) change.set(cell, value);
    else change.delete(cell);
  });
  return change;
}

/** The change where it is one of whole counts and leaves all that is published; else none. */
function whole(table: IndexedTable, change: Change, isHidden: (cell: number) => boolean): Change {
  const rounded = new Map([...change].map(([cell, by]) => [cell, Math.round(by)]));
  const fits = [...change].every(([cell, by]) => {
    const moved = rounded.get(cell) ?? 0;
    const isWhole = Math.abs(by - moved) < SLACK;
    return isWhole && isHidden(cell) && (table.counts[cell] ?? 0) + moved >= 0;
  });
  const sums = new Set([...change.keys()].flatMap((cell) => table.sumsOf[cell] ?? []));
  const holds = [...sums].every(
    ([total = -1, ...parts]) =>
      parts.reduce((sum, part) => sum + (rounded.get(part) ?? 0), 0) === (rounded.get(total) ?? 0),
  );
  return fits && holds ? rounded : new Map();
}
