import { MeasurementError } from '../core/errors.ts';
import { climb, type Summit } from './climb.ts';
import { largestInformation, type Slopes } from './curves.ts';
import type { SlopeRule } from './free-parameters.ts';
import { type CalibratedItem, calibratedItems } from './item-estimates.ts';
import { itemProblems, summitProblems } from './find-problems.ts';
import type { ItemPriors } from './priors.ts';
import type { CalibrationProblem } from './problems.ts';
import { normalQuadrature, pointsNeeded } from './quadrature.ts';
import { gather, type ResponseTable, scoreCounts } from './responses.ts';
import type { Surface } from './surface.ts';

/**
 * `rasch`: right or wrong, all discriminations 1. `1pl`: right or wrong, one discrimination for all.
 * `2pl`: right or wrong, one each. `gpcm`: scores 0 to m, one discrimination each (Muraki 1992).
 */
export type CalibrationModel = 'rasch' | '1pl' | '2pl' | 'gpcm';

export interface CalibrationRequest {
  readonly model: CalibrationModel;
  readonly responses: ResponseTable;
  /** What is believed of every item before the answers; nothing where absent. */
  readonly priors?: ItemPriors;
  /** Quadrature points; as many as the answers need where absent. */
  readonly points?: number;
}

export interface Calibration {
  readonly model: CalibrationModel;
  /** Marginal log-likelihood of the answers, abilities N(0, 1); priors are not counted. */
  readonly logLikelihood: number;
  /** In the order of the table. */
  readonly items: readonly CalibratedItem[];
  readonly problems: readonly CalibrationProblem[];
  /** The largest derivative that is left, in log-likelihood per unit of a parameter. */
  readonly gradientNorm: number;
  readonly points: number;
  /** Passes over the answers. */
  readonly passes: number;
}

/**
 * Item parameters by marginal maximum likelihood (Bock & Aitkin 1981, Psychometrika 46, 443-459):
 * abilities are taken as N(0, 1), on the logistic metric (D = 1); answers that were not given are
 * ignored, which is right where items are missing by design. Standard errors come from the exact
 * observed information of the marginal likelihood (Louis 1982).
 *
 * Degenerate items give a bounded estimate and a problem, never NaN. Throws `invalid-argument` for a
 * table that is none, more than one point under a model of right and wrong, or no item with two
 * different scores.
 */
export function calibrate(request: CalibrationRequest): Calibration {
  const { model, responses } = request;
  const counts = scoreCounts(responses);
  checkModel(model, responses);
  const telling = counts.flatMap((ofItem, i) =>
    ofItem.filter((n) => n > 0).length > 1 ? [i] : [],
  );
  if (telling.length === 0) {
    throw new MeasurementError(
      'invalid-argument',
      'A calibration needs an item with at least two different scores.',
    );
  }
  const patterns = gather(responses, telling);
  const addedAnswers = Float64Array.from(
    telling.flatMap((item) => Array.from(counts[item] ?? [], (n) => (n > 0 ? 0 : HALF))),
  );
  const surfaceOf = (points: number): Surface => ({
    patterns,
    quadrature: normalQuadrature(points),
    priors: telling.map((_, i) => priorsOf(model, request.priors ?? {}, i)),
    addedAnswers,
  });
  const rule = slopeRules[model];
  const start = startSlopes(telling.map((item) => counts[item] ?? new Float64Array(2)));
  let summit: Summit;
  let points = request.points;
  if (points === undefined) {
    const rough = climb(surfaceOf(ROUGH_POINTS), rule, start, ROUGH);
    const { at, table } = rough.place;
    points = pointsNeeded(
      largestInformation(at, patterns.firstCategory, table, ROUGH_POINTS) * SAFETY,
    );
    summit = climb(surfaceOf(points), rule, at, EXACT);
  } else {
    summit = climb(surfaceOf(points), rule, start, EXACT);
  }
  const surface = surfaceOf(points);
  const { items, identified } = calibratedItems(surface, summit, counts, telling);
  return {
    model,
    logLikelihood: summit.place.expected.logLikelihood,
    items,
    problems: [
      ...itemProblems(counts, items, telling, summit.held),
      ...summitProblems(summit, identified),
    ],
    gradientNorm: summit.gradientNorm,
    points,
    passes: summit.passes,
  };
}

const slopeRules: Readonly<Record<CalibrationModel, SlopeRule>> = {
  rasch: 'one',
  '1pl': 'common',
  '2pl': 'free',
  gpcm: 'free',
};

/** What a slope that all items share is believed to be counts once; a fixed one is not believed. */
function priorsOf(model: CalibrationModel, priors: ItemPriors, item: number): ItemPriors {
  const { logDiscrimination, difficulty } = priors;
  const ofSlope = model === '2pl' || model === 'gpcm' || (model === '1pl' && item === 0);
  return {
    ...(logDiscrimination && ofSlope ? { logDiscrimination } : {}),
    ...(difficulty ? { difficulty } : {}),
  };
}

/** Slopes of 1 and the intercepts that the shares of the scores suggest. */
function startSlopes(counts: readonly Float64Array[]): Slopes {
  const intercepts = counts.flatMap((ofItem) => {
    const logs = Array.from(ofItem, (n) => Math.log(n + HALF));
    return logs.map((log) => log - (logs[0] ?? 0));
  });
  return {
    slopes: new Float64Array(counts.length).fill(1),
    intercepts: Float64Array.from(intercepts),
  };
}

function checkModel(model: CalibrationModel, { maxScores }: ResponseTable): void {
  if (model === 'gpcm' || maxScores.every((most) => most === 1)) return;
  throw new MeasurementError(
    'invalid-argument',
    `The model ${model} is of items scored right or wrong; items of more points need gpcm.`,
  );
}

const HALF = 0.5;
const ROUGH_POINTS = 31;
const ROUGH = { gainLeft: 1e-2, mostPasses: 60 };
const EXACT = { gainLeft: 1e-12, mostPasses: 3000 };
/** The rough fit stops before the top, where slopes may still grow. */
const SAFETY = 1.2;
