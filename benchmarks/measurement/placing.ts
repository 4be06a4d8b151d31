import { exposureFigures, levelOf } from '@jalon/measurement';
import type { BenchItem } from './bank.ts';
import type { Engine } from './engines/engine.ts';
import type { BenchPupil } from './pupils.ts';

/** How well pupils are placed after so many items. Shares are 0 to 1. */
export interface Placing {
  /** Root mean square of estimate minus truth, logits. */
  readonly rmse: number;
  /** For each set of cuts, the shares of pupils at their level and within one of it. */
  readonly byCuts: readonly { readonly exact: number; readonly withinOne: number }[];
  /** Share of pupils who got the item that was given most. */
  readonly maxExposure: number;
  /** Share of a test that two pupils have in common; null for one pupil. */
  readonly overlap: number | null;
}

/**
 * What an engine makes of the pupils after 1, 2 … `items` items. An engine that would ask no more
 * keeps what it came to.
 */
export function placePupils(
  engine: Engine,
  pupils: readonly BenchPupil[],
  items: number,
  { bank, cutSets }: { bank: readonly BenchItem[]; cutSets: readonly (readonly number[])[] },
): Placing[] {
  const tallies = Array.from({ length: items }, () => ({
    squares: 0,
    levels: cutSets.map(() => ({ exact: 0, withinOne: 0 })),
    given: new Map<string, number>(),
  }));
  pupils.forEach(({ ability, isRight }, pupil) => {
    const sitting = engine.sit(pupil);
    let asks = true;
    for (const tally of tallies) {
      const item: BenchItem | null = asks ? sitting.next() : null;
      asks = item !== null;
      if (item) {
        sitting.answer(item, isRight(item));
        tally.given.set(item.key, (tally.given.get(item.key) ?? 0) + 1);
      }
      tally.squares += (sitting.ability() - ability) ** 2;
      tally.levels.forEach((count, i) => {
        const cuts = cutSets[i] ?? [];
        const miss = Math.abs(sitting.level(cuts) - levelOf(ability, cuts));
        if (miss === 0) count.exact += 1;
        if (miss <= 1) count.withinOne += 1;
      });
    }
  });
  const counts = new Map(bank.map(({ key }) => [key, 0]));
  return tallies.map(({ squares, levels, given }) => {
    for (const [key, count] of given) counts.set(key, (counts.get(key) ?? 0) + count);
    const exposure = exposureFigures([...counts.values()], pupils.length);
    return {
      rmse: Math.sqrt(squares / pupils.length),
      byCuts: levels.map(({ exact, withinOne }) => ({
        exact: exact / pupils.length,
        withinOne: withinOne / pupils.length,
      })),
      maxExposure: exposure.maxExposure,
      overlap: exposure.meanOverlap,
    };
  });
}

/**
 * How many items, not always a whole number, until a quantity that falls with them has fallen to
 * `target`: straight between one item and the next. Null where it never does.
 */
export function itemsToReach(falling: readonly number[], target: number): number | null {
  const at = falling.findIndex((value) => value <= target);
  if (at < 0) return null;
  const [before, here] = [falling[at - 1], falling[at]];
  if (before === undefined || here === undefined) return 1;
  return at + (before - target) / (before - here);
}

/**
 * Items of slope `slope` (per level) that place a share `exact` of pupils exactly, all items being
 * as hard as the pupil is able: n = 2.55 / ((1 - exact)·slope)².
 *
 * With a standard error s small beside a level, and abilities spread evenly over it, the share that
 * falls over either of its two cuts is 2·s·E[Z⁺] = s·√(2/π); n answers of slope a give s = 2/(a√n);
 * so 1 - exact = 1.596/(a√n), and 1.596² = 2.55.
 */
export const theoreticalItems = (exact: number, slope: number): number =>
  8 / Math.PI / ((1 - exact) * slope) ** 2;

/** The share placed exactly by so many items, by the same formula; it is only right near 1. */
export const theoreticalExact = (items: number, slope: number): number =>
  1 - Math.sqrt(8 / Math.PI / items) / slope;
