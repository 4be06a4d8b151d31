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

/** A derivative of the function, and its own derivative, for speed alone. */
type Slope = (ability: number) => { value: number; curvature: number };

/**
 * The highest point of the function that has this derivative, between `-reach` and `reach`. The range
 * is searched in steps of half a logit; where the derivative turns from up to down, Newton's steps
 * that a bisection safeguards close in. Of several summits the highest is taken, by the integral of
 * the derivative between them. `oneSummit` says that there is one at most, which needs no search.
 */
export function findSummit(slope: Slope, reach: number, oneSummit: boolean): Summit {
  const cells = oneSummit ? 1 : Math.round((2 * reach) / CELL);
  const ends = Array.from({ length: cells + 1 }, (_, i) => -reach + (2 * reach * i) / cells);
  const values = ends.map((end) => slope(end).value);
  const candidates: { at: number; summit: Summit }[] = [];
  if ((values[0] ?? 0) < 0) candidates.push({ at: -reach, summit: { kind: 'below' } });
  for (let cell = 0; cell < cells; cell += 1) {
    if ((values[cell] ?? 0) < 0 || (values[cell + 1] ?? 0) >= 0) continue;
    const ability = closeIn(slope, ends[cell] ?? 0, ends[cell + 1] ?? 0);
    candidates.push({ at: ability, summit: { kind: 'inside', ability } });
  }
  if ((values[cells] ?? 0) >= 0) candidates.push({ at: reach, summit: { kind: 'above' } });

  let [best, previous] = [candidates[0], candidates[0]];
  let lead = 0;
  for (const candidate of candidates.slice(1)) {
    lead += rise(slope, previous?.at ?? 0, candidate.at);
    if (lead > 0) {
      best = candidate;
      lead = 0;
    }
    previous = candidate;
  }
  return best?.summit ?? { kind: 'below' };
}

/** How much higher the function is at `to`, by Simpson's rule in steps of a tenth at most. */
function rise(slope: Slope, from: number, to: number): number {
  const steps = Math.max(1, Math.ceil((to - from) / 0.1));
  const half = (to - from) / steps / 2;
  let sum = slope(from).value - slope(to).value;
  for (let i = 0; i < steps; i += 1) {
    const middle = from + (2 * i + 1) * half;
    sum += 4 * slope(middle).value + 2 * slope(middle + half).value;
  }
  return (sum * half) / 3;
}

function closeIn(slope: Slope, from: number, to: number): number {
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

const CELL = 0.5;
const MOST_ROUNDS = 200;
const TOLERANCE = 1e-12;
