import { cholesky } from '../joint/cholesky.ts';
import type { Slopes } from './curves.ts';
import { freeParameters, type FreeParameters, moved, type SlopeRule } from './free-parameters.ts';
import { maximiseItem, penalised } from './maximise-item.ts';
import { solveFactored } from './positive-definite.ts';
import {
  countsOf,
  gradientAt,
  itemAt,
  lookAt,
  observedInformation,
  type Place,
  type Surface,
} from './surface.ts';

/** Where the climb ended. */
export interface Summit {
  readonly place: Place;
  readonly free: FreeParameters;
  /** Observed information about the free parameters, row by row. */
  readonly information: Float64Array;
  /** Items whose slope ran to the bound and was kept there. */
  readonly held: readonly boolean[];
  /** The largest derivative of what is maximised by a free parameter. */
  readonly gradientNorm: number;
  readonly converged: boolean;
  /** Passes over the patterns. */
  readonly passes: number;
}

/** When to stop. */
export interface Goal {
  /** It has arrived when one more Newton step would gain about half of this log-likelihood. */
  readonly gainLeft: number;
  /** It gives up after this many passes over the patterns. */
  readonly mostPasses: number;
}

/** No slope is let beyond this, per logit: past it an item is a step and its slope unknowable. */
export const LARGEST_SLOPE = 10;

/**
 * Climbs to the maximum of the marginal likelihood: steps of expectation and maximisation (Bock &
 * Aitkin 1981, Psychometrika 46, 443-459) until they gain little, which is surest far away, then
 * Newton's steps with the exact observed information, which converge quadratically where
 * expectation and maximisation would crawl. Arrival is judged by the gradient, in
 * the metric of the information, never by the length of a step.
 */
export function climb(surface: Surface, rule: SlopeRule, start: Slopes, goal: Goal): Summit {
  const held = surface.priors.map(() => false);
  let place = lookAt(surface, start);
  let spare: Place | undefined;
  let passes = 1;
  let patience = MOST_EM_STEPS;
  while (passes < goal.mostPasses) {
    const next = lookAt(surface, emStep(surface, rule, place, held), spare);
    const gain = next.objective - place.objective;
    spare = place;
    place = next;
    passes += 1;
    patience -= 1;
    if (gain > ENOUGH_GAIN && patience > 0) continue;
    while (passes < goal.mostPasses) {
      const free = freeParameters(rule, surface.patterns.firstCategory, held);
      const step = newtonStep(surface, free, place);
      passes += 1;
      if (step === undefined) break;
      const gradientNorm = largest(gradientAt(surface, place, free));
      if (step.decrement < goal.gainLeft) {
        return {
          place,
          free,
          information: step.information,
          gradientNorm,
          held,
          converged: true,
          passes,
        };
      }
      const better = walk(surface, free, place, step.direction, spare);
      if (!better) break;
      spare = place;
      place = better;
      patience = EM_STEPS_AFTER_FAILURE;
      passes += 1;
    }
    if (gain < NO_GAIN) break;
    patience = EM_STEPS_AFTER_FAILURE;
  }
  const free = freeParameters(rule, surface.patterns.firstCategory, held);
  const gradientNorm = largest(gradientAt(surface, place, free));
  const information = observedInformation(surface, place, free);
  const converged = gradientNorm < FLAT;
  return { place, free, information, held, gradientNorm, converged, passes };
}

/** Each item made most likely in turn; slopes that pass the bound are held there from then on. */
function emStep(surface: Surface, rule: SlopeRule, place: Place, held: boolean[]): Slopes {
  const { points } = surface.quadrature;
  const { firstCategory } = surface.patterns;
  const slopes = place.at.slopes.slice();
  const intercepts = place.at.intercepts.slice();
  surface.priors.forEach((priors, i) => {
    const counts = countsOf(surface, place.expected, i);
    const isFree = rule === 'free' && !held[i];
    let item = maximiseItem(itemAt(surface, place.at, i), counts, points, priors, isFree);
    if (isFree && Math.abs(item.slope) > LARGEST_SLOPE) {
      held[i] = true;
      const slope = Math.sign(item.slope) * LARGEST_SLOPE;
      item = maximiseItem({ slope, intercepts: item.intercepts }, counts, points, priors, false);
    }
    slopes[i] = item.slope;
    intercepts.set(item.intercepts, firstCategory[i]);
  });
  if (rule === 'common' && !held.includes(true)) {
    const slope = commonSlope(surface, place, { slopes, intercepts });
    if (slope > LARGEST_SLOPE) held.fill(true);
    slopes.fill(Math.min(LARGEST_SLOPE, slope));
  }
  return { slopes, intercepts };
}

/** One Newton step of the slope that all items share, at intercepts that were just maximised. */
function commonSlope(surface: Surface, place: Place, at: Slopes): number {
  let gradient = 0;
  let information = 0;
  surface.priors.forEach((priors, i) => {
    const counts = countsOf(surface, place.expected, i);
    const item = penalised(itemAt(surface, at, i), counts, surface.quadrature.points, priors);
    gradient += item.gradient[0] ?? 0;
    information += item.information[0] ?? 0;
  });
  const slope = at.slopes[0] ?? Number.NaN;
  if (!(information > 0)) return slope;
  return slope + Math.max(-slope / 2, Math.min(1, gradient / information));
}

/** Newton's direction and twice what it promises to gain; none where this is no dome. */
function newtonStep(
  surface: Surface,
  free: FreeParameters,
  place: Place,
): { direction: Float64Array; decrement: number; information: Float64Array } | undefined {
  const information = observedInformation(surface, place, free);
  const lower = cholesky(information, free.count);
  if (!lower) return undefined;
  const gradient = gradientAt(surface, place, free);
  const direction = solveFactored(lower, gradient);
  const decrement = direction.reduce((sum, term, i) => sum + term * (gradient[i] ?? 0), 0);
  return { direction, decrement, information };
}

/** The first of a step, its half, its quarter … that climbs and keeps within the bounds. */
function walk(
  surface: Surface,
  free: FreeParameters,
  from: Place,
  direction: Float64Array,
  spare: Place | undefined,
): Place | undefined {
  for (let length = 1; length >= SHORTEST; length /= 2) {
    const at = moved(from.at, free, direction, length);
    if (at.slopes.some((slope) => Math.abs(slope) > LARGEST_SLOPE)) continue;
    const next = lookAt(surface, at, spare);
    if (next.objective >= from.objective - ROUNDING * Math.abs(from.objective)) return next;
  }
  return undefined;
}

const largest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const ENOUGH_GAIN = 1;
const NO_GAIN = 1e-9;
const MOST_EM_STEPS = 30;
const EM_STEPS_AFTER_FAILURE = 10;
const FLAT = 1e-3;
const SHORTEST = 1 / 16;
const ROUNDING = 1e-13;
