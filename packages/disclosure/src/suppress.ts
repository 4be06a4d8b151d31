import { derivableCells } from './derive.ts';
import { checkTable, countOf, type CountTable, type Sum, TableError } from './table.ts';

/** Counts under this are not published unless something else is asked for. */
export const DEFAULT_MINIMUM_CELL = 11;

/** No table of persons may be published with a smaller minimum. */
export const LOWEST_MINIMUM_CELL = 5;

/**
 * Which cells of a table must stay hidden so that no count under `minimumCell` can be read off it
 * or worked out from it. What is not in the answer may be published. Why a cell is hidden is not
 * told, and must not be: 'only to protect another' says that its count reaches the minimum.
 *
 * - Primary suppression: every count under the minimum, 0 included ('nobody is at level 1' says
 *   something of everyone).
 * - Complementary suppression (Hundepool et al. 2012, Statistical Disclosure Control, ch. 4), until
 *   nothing is left to do: in no sum is one cell hidden alone; where a sum's total is published,
 *   its hidden parts together reach the minimum, since their sum is published by the rest; and no
 *   hidden cell follows from several sums combined (`derivableCells`).
 *
 * The same table always gives the same answer. It does not bound how closely a hidden count can be
 * estimated, nor what two tables of different days give away together.
 *
 * Throws `TableError` for a table whose sums do not hold, or a minimum under 5.
 */
export function suppressCells(
  table: CountTable,
  minimumCell: number = DEFAULT_MINIMUM_CELL,
): ReadonlySet<string> {
  if (!(Number.isInteger(minimumCell) && minimumCell >= LOWEST_MINIMUM_CELL)) {
    throw new TableError(`The smallest minimum is ${LOWEST_MINIMUM_CELL}; got ${minimumCell}.`);
  }
  checkTable(table);
  const hidden = new Set<string>();
  for (const [key, count] of table.counts) if (count < minimumCell) hidden.add(key);

  const sumsOf = sumsByCell(table);
  const isHidden = (key: string) => hidden.has(key);
  const waiting = new Set(table.sums);
  const hide = (key: string) => {
    hidden.add(key);
    for (const sum of sumsOf.get(key) ?? []) waiting.add(sum);
  };
  for (;;) {
    for (const sum of waiting) {
      waiting.delete(sum);
      while (givesAway(table, sum, isHidden, minimumCell)) {
        const key = nextToHide(table, sum.parts, isHidden) ?? sum.total;
        if (isHidden(key)) break;
        hide(key);
      }
    }
    const derivable = derivableCells(table, isHidden);
    if (derivable.length === 0) return hidden;
    const companions = companionsOf(derivable, table, sumsOf, isHidden);
    if (companions.length === 0) return hidden;
    companions.forEach(hide);
  }
}

/**
 * Published cells to hide because hidden ones follow from several sums: one near each of these that
 * has none chosen near it yet, so that few rounds are needed; else the smallest of the table.
 */
function companionsOf(
  derivable: readonly string[],
  table: CountTable,
  sumsOf: ReadonlyMap<string, readonly Sum[]>,
  isHidden: (key: string) => boolean,
): string[] {
  const chosen = new Set<string>();
  for (const key of derivable) {
    const around = (sumsOf.get(key) ?? []).flatMap(({ total, parts }) => [...parts, total]);
    if (around.some((near) => chosen.has(near))) continue;
    const companion = nextToHide(table, around, isHidden);
    if (companion !== null) chosen.add(companion);
  }
  if (chosen.size > 0) return [...chosen];
  const anywhere = nextToHide(table, [...table.counts.keys()], isHidden);
  return anywhere === null ? [] : [anywhere];
}

function sumsByCell(table: CountTable): ReadonlyMap<string, readonly Sum[]> {
  const sumsOf = new Map<string, Sum[]>();
  for (const sum of table.sums) {
    for (const key of [sum.total, ...sum.parts]) {
      const sums = sumsOf.get(key);
      if (sums) sums.push(sum);
      else sumsOf.set(key, [sum]);
    }
  }
  return sumsOf;
}

/** Whether one sum alone tells a hidden count, or that of a hidden group under the minimum. */
function givesAway(
  table: CountTable,
  { total, parts }: Sum,
  isHidden: (key: string) => boolean,
  minimumCell: number,
): boolean {
  const hiddenParts = parts.filter(isHidden);
  if (isHidden(total)) return hiddenParts.length === 0;
  if (hiddenParts.length === 0) return false;
  const together = hiddenParts.reduce((sum, part) => sum + countOf(table, part), 0);
  return hiddenParts.length === 1 || together < minimumCell;
}

/** The published cell whose loss costs least: the smallest count, and of equals the first. */
function nextToHide(
  table: CountTable,
  candidates: readonly string[],
  isHidden: (key: string) => boolean,
): string | null {
  let least: string | null = null;
  for (const key of candidates) {
    if (isHidden(key)) continue;
    if (least === null || countOf(table, key) < countOf(table, least)) least = key;
  }
  return least;
}
