import { climb, type Equation } from './climb.ts';
import type { IndexedTable } from './indexed-table.ts';

/** How another table differs from the true one: by how much, in each cell that differs. */
export type Change = ReadonlyMap<number, number>;

/** As much as one likes. */
const ANY = Number.POSITIVE_INFINITY;

/** More than any price, so that a cell moves as far as it can whatever that costs. */
const FAR_ABOVE = 1e4;

/** A solver's numbers are this exact. */
const SLACK = 1e-6;

/**
 * Another table of whole counts that fits all that is published, in which one cell holds up to
 * `by` more (or less, where `by` is negative), as far as that goes. Empty where none is found.
 */
export function otherTable(
  table: IndexedTable,
  cell: number,
  by: number,
  isHidden: (cell: number) => boolean,
): Change {
  const moves = cellsFrom(table, cell)
    .filter(isHidden)
    .map((one): Move => ({ cell: one, down: table.counts[one] ?? 0, up: ANY, worth: 0 }));
  return whole(table, towards(table, moves, by), isHidden);
}

/**
 * The published cells to hide so that one cell may hold `by` more: those that change where the
 * least costly change is made (after Kelly, Golden & Assad 1992). Empty where nothing does.
 */
export function companionsOf(
  table: IndexedTable,
  cell: number,
  by: number,
  isHidden: (cell: number) => boolean,
  price: (cell: number) => number,
): number[] {
  // A published cell is two moves, since moving it costs both ways.
  const moves = cellsFrom(table, cell).flatMap((one): Move[] => {
    const down = table.counts[one] ?? 0;
    if (isHidden(one)) return [{ cell: one, down, up: ANY, worth: 0 }];
    return [
      { cell: one, down: 0, up: ANY, worth: -price(one) },
      { cell: one, down, up: 0, worth: price(one) },
    ];
  });
  const change = towards(table, moves, by);
  if (Math.abs(change.get(cell) ?? 0) < Math.abs(by) - SLACK) return [];
  return [...change.keys()].filter((other) => !isHidden(other));
}

const cellsFrom = (table: IndexedTable, cell: number): number[] => [
  cell,
  ...[...table.keys.keys()].filter((one) => one !== cell),
];

/** A way in which a cell may change, and what one unit of that is worth. */
interface Move {
  readonly cell: number;
  /** How far down, and how far up. */
  readonly down: number;
  readonly up: number;
  readonly worth: number;
}

/** The change by these moves that takes the cell of the first as far as it can, at least cost. */
function towards(table: IndexedTable, moves: readonly Move[], by: number): Change {
  const movesOf = new Map<number, number[]>();
  moves.forEach(({ cell }, index) => {
    const those = movesOf.get(cell);
    if (those) those.push(index);
    else movesOf.set(cell, [index]);
  });
  const sums = new Set([...movesOf.keys()].flatMap((cell) => table.sumsOf[cell] ?? []));
  const equations = [...sums].map((sum): Equation =>
    sum.flatMap((cell, place) =>
      (movesOf.get(cell) ?? []).map((move) => [move, place === 0 ? -1 : 1] as const),
    ),
  );
  const values = climb({
    equations,
    least: moves.map(({ down }, move) => -(move === 0 ? Math.min(down, Math.max(0, -by)) : down)),
    most: moves.map(({ up }, move) => (move === 0 ? Math.min(up, Math.max(0, by)) : up)),
    worth: moves.map(({ worth }, move) => (move === 0 ? FAR_ABOVE * Math.sign(by) : worth)),
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
