import { MeasurementError } from '../core/errors.ts';
import { NOT_ENOUGH_DATA, type Finding } from './finding.ts';

/** How long one answer took, and how long the item takes on average. */
export interface TimedAnswer {
  /** Absent where it was not measured: the answer is then not judged. */
  readonly durationMs?: number;
  /** Mean over those who answered the item before; absent where too few did. */
  readonly itemMeanMs?: number;
}

export interface RapidAnswerRules {
  /** Share of the item's mean time under which an answer is too quick to be a considered one. */
  readonly shareOfMean: number;
  /** No answer that took this long is called rapid, however long the item takes. */
  readonly capMs: number;
  /** Response-time effort under which a result deserves a look, and under which it needs a decision. */
  readonly lookBelow: number;
  readonly actBelow: number;
  readonly minimumAnswers: number;
}

/**
 * The normative threshold NT10 with its cap of 10 s (Wise & Ma 2012), and the effort of 0.90 under
 * which Wise & Kong (2005) set results apart; under 0.75 one answer in four says nothing.
 */
export const RAPID_ANSWER_RULES: RapidAnswerRules = {
  shareOfMean: 0.1,
  capMs: 10_000,
  lookBelow: 0.9,
  actBelow: 0.75,
  minimumAnswers: 8,
};

export type ResponseTimes =
  | Finding<
      'response-times',
      'considered' | 'rapid',
      {
        /** Answers whose time could be judged. */
        readonly judged: number;
        /** Positions, from 0, of the answers given too rapidly, in the order they were passed. */
        readonly rapid: readonly number[];
        /** Response-time effort: the share of judged answers that were not too rapid. */
        readonly effort: number;
      }
    >
  | Finding<
      'response-times',
      typeof NOT_ENOUGH_DATA,
      { readonly judged: number; readonly rapid: readonly number[] }
    >;

/** The time under which an answer is called rapid, in milliseconds. */
export function rapidThresholdMs(itemMeanMs: number, rules: RapidAnswerRules): number {
  return Math.min(rules.capMs, rules.shareOfMean * itemMeanMs);
}

/**
 * How many of a person's answers came too rapidly to be considered ones: response-time effort (Wise
 * & Kong 2005, Applied Measurement in Education 18, 163-183). Rapid answers say little about what
 * the person can do, whether right or wrong.
 *
 * Throws `invalid-argument` for a negative time or a mean that is not above 0.
 */
export function responseTimes(
  answers: readonly TimedAnswer[],
  rules: RapidAnswerRules,
): ResponseTimes {
  let judged = 0;
  const rapid: number[] = [];
  answers.forEach(({ durationMs, itemMeanMs }, position) => {
    checkTimes(durationMs, itemMeanMs);
    if (durationMs === undefined || itemMeanMs === undefined) return;
    judged += 1;
    if (durationMs < rapidThresholdMs(itemMeanMs, rules)) rapid.push(position);
  });
  if (judged < rules.minimumAnswers) {
    const figures = { judged, rapid };
    return { check: 'response-times', code: NOT_ENOUGH_DATA, severity: 'unknown', figures };
  }
  const effort = 1 - rapid.length / judged;
  const isRapid = effort < rules.lookBelow;
  return {
    check: 'response-times',
    code: isRapid ? 'rapid' : 'considered',
    severity: !isRapid ? 'fine' : effort < rules.actBelow ? 'act' : 'look',
    figures: { judged, rapid, effort },
  };
}

function checkTimes(durationMs: number | undefined, itemMeanMs: number | undefined): void {
  const isTime = durationMs === undefined || (durationMs >= 0 && durationMs < Infinity);
  const isMean = itemMeanMs === undefined || (itemMeanMs > 0 && itemMeanMs < Infinity);
  if (isTime && isMean) return;
  throw new MeasurementError(
    'invalid-argument',
    `Response times need durations >= 0 and means > 0 ms; got ${durationMs} and ${itemMeanMs}.`,
  );
}
