/** A pupil's ability as it was estimated, and what was believed before the first answer. */
export interface Estimated {
  /** Mean of the posterior, in logits. */
  ability: number;
  /** Standard deviation of the posterior. */
  standardError: number;
  priorMean: number;
  priorSd: number;
}

/** What a pupil's answers say by themselves: a value in logits, and its variance. */
export interface Measure {
  value: number;
  variance: number;
}

/** Answers that say less than this say nothing of use: a standard error of 10 logits. */
const LEAST_PRECISION = 0.01;

/**
 * What the answers alone say, where posterior and prior are normal: the posterior's precision is the
 * sum of theirs. The mean of a group must not be pulled towards what was believed of its pupils
 * beforehand, as the mean of their estimates is (Mislevy, Beaton, Kaplan & Sheehan 1992, Journal of
 * Educational Measurement 29, 133-161). `null` where the answers say next to nothing.
 */
export function answersAlone(estimated: Estimated): Measure | null {
  const { ability, standardError, priorMean, priorSd } = estimated;
  const posterior = 1 / standardError ** 2;
  const prior = 1 / priorSd ** 2;
  const precision = posterior - prior;
  if (!(precision >= LEAST_PRECISION)) return null;
  return {
    value: (ability * posterior - priorMean * prior) / precision,
    variance: 1 / precision,
  };
}

/** The change between two measures of one pupil, each by its own answers. */
export const changeBetween = (first: Measure, last: Measure): Measure => ({
  value: last.value - first.value,
  variance: first.variance + last.variance,
});
