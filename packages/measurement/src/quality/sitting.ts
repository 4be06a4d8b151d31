import type { Observation } from '../ability/observation.ts';
import {
  type NormalPrior,
  startPosterior,
  summarizePosterior,
  updateAll,
} from '../ability/posterior.ts';

/** One sitting, as the quality of its items is judged from it: it is of nobody in particular. */
export interface QualitySitting {
  /** Mean and standard deviation of the posterior after all answers, in logits. */
  readonly ability: number;
  readonly standardError: number;
  /** That posterior where it is more than next to nothing: from the point `first` of the grid on. */
  readonly first: number;
  readonly probabilities: Float64Array;
  /** What the school is, such as `sector` → `public`; `null` where nothing is known. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** The probability of each level as the result keeps it; `null` where a later sitting replaced it. */
  readonly levels: readonly number[] | null;
}

/** An answer to the item under check. */
export interface ItemAnswer {
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
  readonly sitting: QualitySitting;
}

/** What lies beyond tells nothing, and need not be kept of thousands of sittings. */
const NEGLIGIBLE = 1e-9;

/**
 * A sitting from its prior and its answers, as its result came about: the item under check is among
 * them. Throws `invalid-argument` for an item, a score or a prior outside its domain.
 */
export function qualitySitting(
  prior: NormalPrior,
  answers: readonly Observation[],
  about: Pick<QualitySitting, 'attributes' | 'levels'>,
): QualitySitting {
  const posterior = updateAll(startPosterior(prior), answers);
  const { probabilities } = posterior;
  const first = probabilities.findIndex((mass) => mass > NEGLIGIBLE);
  const last = probabilities.findLastIndex((mass) => mass > NEGLIGIBLE);
  return {
    ...summarizePosterior(posterior),
    first,
    probabilities: probabilities.slice(first, last + 1),
    ...about,
  };
}
