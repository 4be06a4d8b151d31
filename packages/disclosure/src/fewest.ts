import { type Rules, startHiding } from './hiding.ts';
import type { IndexedTable } from './indexed-table.ts';
import { PrimeField } from './prime-field.ts';
import { protectionOf } from './protection.ts';
import { roundCount } from './rounding.ts';

/** What a published cell is worth, by its count: the first ways of pricing. */
const byCount: readonly ((count: number) => number)[] = [
  (count) => 1 + count / 1_000,
  () => 1,
  (count) => 1 + count / 20,
];

/** What all tries together may cost, in cells times cells to protect. */
const WORK = 20_000;

const MOST_TRIES = 16;

/**
 * How many ways of pricing are tried: all the more, the less there is to do. Those after the first
 * ones are drawn at random, seeded.
 */
const triesOf = ({ counts }: IndexedTable, { minimumCell }: Rules): number => {
  const small = counts.filter((count) => count < minimumCell).length;
  return Math.max(1, Math.min(MOST_TRIES, Math.floor(WORK / (counts.length * (1 + small)))));
};

/** Prices at random stand this many steps apart, at most. */
const SPREAD = 64;

/**
 * The cells of a small table to hide, as few as are found: for each count under the minimum the
 * companions of the cheapest change that protects it, even from whoever knew published counts
 * unrounded; then whatever turns out not to be needed is published again, the largest first.
 * Several ways of pricing cells are tried, and the one that hides fewest is kept.
 */
export function hideFewest(table: IndexedTable, rules: Rules): ReadonlySet<number> {
  let best: ReadonlySet<number> | null = null;
  for (let attempt = 0; attempt < triesOf(table, rules); attempt += 1) {
    const prices = pricesOf(table, attempt);
    const hidden = hideAt(table, rules, (cell) => prices[cell] ?? 1);
    if (best === null || hidden.size < best.size) best = hidden;
  }
  return best ?? new Set();
}

function pricesOf(table: IndexedTable, attempt: number): number[] {
  const price = byCount[attempt];
  if (price) return table.counts.map((count) => price(roundCount(count)));
  const draw = PrimeField.sequence(attempt);
  return table.counts.map(() => 1 + (draw() % SPREAD) / SPREAD);
}

function hideAt(
  table: IndexedTable,
  rules: Rules,
  price: (cell: number) => number,
): ReadonlySet<number> {
  const hiding = startHiding(table, rules, price);
  const { hidden, isHidden, small } = hiding;
  const protection = protectionOf(table, isHidden);
  const cells = [...table.keys.keys()];
  const protect = (cell: number) => {
    while (!protection.holds(cell)) {
      const companions = protection.companions(cell, price);
      const around = (table.sumsOf[cell] ?? []).flat();
      const other = hiding.cheapest(around) ?? hiding.cheapest(cells);
      if (companions.length > 0) for (const one of companions) hidden.add(one);
      else if (other === undefined) break;
      else hidden.add(other);
    }
  };
  hiding.hideInSums();
  small.forEach(protect);
  hiding.hideInSums();

  const countOf = (cell: number) => table.counts[cell] ?? 0;
  const mayBe = (cell: number) => countOf(cell) >= rules.minimumCell && !rules.anyhow.has(cell);
  const others = [...hidden].filter(mayBe);
  for (const cell of others.sort((a, b) => countOf(b) - countOf(a) || a - b)) {
    const concerned = protection.protectedBy(cell);
    hidden.delete(cell);
    const isSafe =
      !(table.sumsOf[cell] ?? []).some(hiding.gives) &&
      concerned.every((one) => protection.holds(one));
    if (!isSafe) hidden.add(cell);
  }
  for (;;) {
    const before = hidden.size;
    hiding.following().forEach(protect);
    hiding.hideInSums();
    if (hidden.size === before) return hidden;
  }
}
