import type { Slopes } from './curves.ts';

/** Which slopes are estimated: none (all 1), one for all items, or one an item. */
export type SlopeRule = 'one' | 'common' | 'free';

/** Where each free parameter stands in a vector of all of them. */
export interface FreeParameters {
  readonly count: number;
  /** Of each item's slope; -1 where it is not free. Items may share one. */
  readonly slopeAt: Int32Array;
  /** Of each category's intercept; -1 for the first of each item. */
  readonly interceptAt: Int32Array;
}

/** `held` marks items whose slope is kept where it is; a common one is kept where any is. */
export function freeParameters(
  rule: SlopeRule,
  firstCategory: Int32Array,
  held: readonly boolean[],
): FreeParameters {
  const items = firstCategory.length - 1;
  const slopeAt = new Int32Array(items).fill(-1);
  const interceptAt = new Int32Array(firstCategory[items] ?? 0).fill(-1);
  const shared = rule === 'common' && !held.includes(true);
  let count = shared ? 1 : 0;
  for (let item = 0; item < items; item += 1) {
    if (shared) slopeAt[item] = 0;
    if (rule === 'free' && !held[item]) {
      slopeAt[item] = count;
      count += 1;
    }
    const first = firstCategory[item] ?? 0;
    for (let category = first + 1; category < (firstCategory[item + 1] ?? 0); category += 1) {
      interceptAt[category] = count;
      count += 1;
    }
  }
  return { count, slopeAt, interceptAt };
}

/** The slopes and intercepts after a step of `length` times `direction`. */
export function moved(
  from: Slopes,
  { slopeAt, interceptAt }: FreeParameters,
  direction: Float64Array,
  length: number,
): Slopes {
  const step = (at: number) => (at < 0 ? 0 : length * (direction[at] ?? 0));
  return {
    slopes: from.slopes.map((slope, item) => slope + step(slopeAt[item] ?? -1)),
    intercepts: from.intercepts.map((value, category) => value + step(interceptAt[category] ?? -1)),
  };
}

/** The places of one item's a, c_1 … c_m in the vector; -1 where not free. */
export function placesOf(
  item: number,
  firstCategory: Int32Array,
  { slopeAt, interceptAt }: FreeParameters,
): Int32Array {
  const places = interceptAt.slice(firstCategory[item], firstCategory[item + 1]);
  places[0] = slopeAt[item] ?? -1;
  return places;
}
