import { PrimeField } from './prime-field.ts';
import type { CountTable } from './table.ts';

type Row = Map<string, number>;

/** How many tables of change are drawn: each finds a cell fixed by bad luck once in 67 million. */
const DRAWS = 2;

/**
 * The hidden cells whose count follows from the published ones by the table's sums, however many
 * of these have to be combined.
 *
 * Each sum is an equation whose unknowns are its hidden cells. A cell follows exactly where it is 0
 * in every change of the hidden cells that leaves all sums as they are. Such a change is drawn at
 * random from all of them, by sparse Gaussian elimination modulo a prime (shortest
 * equations and rarest unknowns first, after Markowitz 1957): a cell that follows is always 0 in it, any other almost never. The draw is
 * seeded: the same table gives the same answer, and bad luck can only hide a cell too many.
 */
export function derivableCells(table: CountTable, isHidden: (key: string) => boolean): string[] {
  const hidden = [...table.counts.keys()].filter(isHidden);
  const solved = eliminate(equationsOf(table, isHidden));
  let fixed = hidden;
  for (let draw = 1; draw <= DRAWS && fixed.length > 0; draw += 1) {
    const change = drawChange(hidden, solved, draw);
    fixed = fixed.filter((key) => change.get(key) === 0);
  }
  return fixed;
}

function equationsOf(table: CountTable, isHidden: (key: string) => boolean): Row[] {
  return table.sums.flatMap(({ total, parts }) => {
    const row: Row = new Map(parts.filter(isHidden).map((part) => [part, 1]));
    if (isHidden(total)) PrimeField.add(row, total, -1);
    return row.size > 0 ? [row] : [];
  });
}

/** An unknown in terms of others: its equation, in which its own coefficient is 1. */
interface Solved {
  pivot: string;
  row: Row;
}

/** Solves each equation for one unknown and takes that out of the equations that are left. */
function eliminate(rows: Row[]): Solved[] {
  const rowsOf = new Map<string, Set<Row>>();
  for (const row of rows) {
    for (const key of row.keys()) {
      const those = rowsOf.get(key);
      if (those) those.add(row);
      else rowsOf.set(key, new Set([row]));
    }
  }
  const solved: Solved[] = [];
  for (const row of rows.toSorted((a, b) => a.size - b.size)) {
    for (const key of row.keys()) rowsOf.get(key)?.delete(row);
    const pivot = rarest(row, rowsOf);
    if (pivot === null) continue;
    PrimeField.scale(row, PrimeField.inverse(row.get(pivot) ?? 1));
    for (const other of [...(rowsOf.get(pivot) ?? [])]) {
      const factor = -(other.get(pivot) ?? 0);
      for (const [key, value] of row) {
        PrimeField.add(other, key, PrimeField.times(value, factor));
        if (other.has(key)) rowsOf.get(key)?.add(other);
        else rowsOf.get(key)?.delete(other);
      }
    }
    solved.push({ pivot, row });
  }
  return solved;
}

function rarest(row: Row, rowsOf: ReadonlyMap<string, ReadonlySet<Row>>): string | null {
  let least: string | null = null;
  const rows = (key: string) => rowsOf.get(key)?.size ?? 0;
  for (const key of row.keys()) if (least === null || rows(key) < rows(least)) least = key;
  return least;
}

/** A change of the hidden cells that leaves every sum as it is: free cells drawn, others solved. */
function drawChange(hidden: readonly string[], solved: readonly Solved[], seed: number) {
  const draw = PrimeField.sequence(seed);
  const pivots = new Set(solved.map(({ pivot }) => pivot));
  const change = new Map<string, number>();
  for (const key of hidden) if (!pivots.has(key)) change.set(key, draw());
  for (const { pivot, row } of solved.toReversed()) {
    let sum = 0;
    for (const [key, value] of row) {
      if (key !== pivot) sum += PrimeField.times(value, change.get(key) ?? 0);
    }
    change.set(pivot, PrimeField.normal(-sum));
  }
  return change;
}
