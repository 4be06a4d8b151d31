import type { Answer } from './likelihood-slope.ts';

/** Where a smooth function of the ability is highest: inside, or beyond an end of the range. */
export type Summit =
  { readonly kind: 'inside'; readonly ability: number } | { readonly kind: 'above' | 'below' };

/**
 * Whether the log-likelihood of the answers is concave. Without guessing and slipping each score's
 * curve is log-concave, and averaging over a normal difficulty keeps it so (Prékopa 1973).
 */
export const hasOneSummit = (answers: readonly Answer[]): boolean =>
  answers.every(
    ({ item }) => 'steps' in item || ((item.lower ?? 0) === 0 && (item.upper ?? 1) === 1),
  );

/**
 * The highest point of the function whose derivative is `slope` (`curvature` its own derivative, for
 * speed alone), between `-reach` and `reach`. The range is searched in steps of a quarter, each place
 * where the slope turns from up to down is closed in on by Newton's steps that a bisection
 * safeguards, and of several the highest is taken, by the integral of the slope (Simpson).
 * `oneSummit` says that there is one at most, which needs no search.
 */
export function findSummit(
  slope: (ability: number) => { value: number; curvature: number },
  reach: number,
  oneSummit: boolean,
): Summit {
  const cells = oneSummit ? 1 : Math.round((2 * reach) / CELL);
  const ends = Array.from({ length: cells + 1 }, (_, i) => -reach + (2 * reach * i) / cells);
  const values = ends.map((end) => slope(end).value);
  let height = 0;
  let best: { height: number; summit: Summit } = {
    height: (values[0] ?? 0) < 0 ? 0 : -Infinity,
    summit: { kind: 'below' },
  };
  for (let i = 0; i < cells; i += 1) {
    const [low = 0, high = 0] = [ends[i], ends[i + 1]];
    const [atLow = 0, atHigh = 0] = [values[i], values[i + 1]];
    const rise = (to: number) =>
      ((to - low) / 6) * (atLow + 4 * slope((low + to) / 2).value + slope(to).value);
    if (atLow >= 0 && atHigh < 0) {
      const ability = closeIn(slope, low, high);
      const there = cells === 1 ? Infinity : height + rise(ability);
      if (there > best.height) best = { height: there, summit: { kind: 'inside', ability } };
    }
    if (cells > 1) height += rise(high);
  }
  if ((values[cells] ?? 0) >= 0 && height > best.height) return { kind: 'above' };
  return best.summit;
}

function closeIn(
  slope: (ability: number) => { value: number; curvature: number },
  from: number,
  to: number,
): number {
  let [low, high] = [from, to];
  let ability = (low + high) / 2;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { value, curvature } = slope(ability);
    if (value === 0) return ability;
    if (value > 0) low = ability;
    else high = ability;
    const newton = ability - value / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - ability) < TOLERANCE) return next;
    ability = next;
  }
  return ability;
}

const CELL = 0.25;
const MOST_ROUNDS = 200;
const TOLERANCE = 1e-12;
