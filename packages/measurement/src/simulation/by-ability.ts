import { mean, share } from './averages.ts';

/** How one pupil was placed. */
export interface Placement {
  /** True ability and estimate, logits. */
  readonly truth: number;
  readonly ability: number;
  readonly trueLevel: number;
  readonly reportedLevel: number;
}

/** How pupils of about the same true ability were placed. Shares are 0 to 1. */
export interface AbilityFigures {
  /** The middle of the half logit that holds their abilities. */
  readonly ability: number;
  readonly pupils: number;
  /** Mean and root mean square of estimate minus truth, logits. */
  readonly bias: number;
  readonly rmse: number;
  /** The middle 80% of estimate minus truth lies between these, logits. */
  readonly lower80: number;
  readonly upper80: number;
  readonly exactLevel: number;
  readonly withinOneLevel: number;
}

/** Fewer pupils in half a logit say too little to be told or drawn. */
export const LEAST_PUPILS = 20;

const BINS_PER_LOGIT = 2;

/** Figures by true ability, from the lowest, in steps of half a logit; steps without pupils are left out. */
export function figuresByAbility(placements: readonly Placement[]): AbilityFigures[] {
  const bins = Map.groupBy(placements, ({ truth }) => Math.round(truth * BINS_PER_LOGIT));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, there]) => {
      const errors = there.map(({ ability, truth }) => ability - truth).sort((a, b) => a - b);
      return {
        // A bin of minus nought is nought.
        ability: bin / BINS_PER_LOGIT + 0,
        pupils: there.length,
        bias: mean(errors),
        rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
        lower80: sampleQuantile(errors, 0.1),
        upper80: sampleQuantile(errors, 0.9),
        exactLevel: share(there, isExact),
        withinOneLevel: share(there, isWithinOne),
      };
    });
}

export const isExact = ({ trueLevel, reportedLevel }: Placement): boolean =>
  trueLevel === reportedLevel;

export const isWithinOne = ({ trueLevel, reportedLevel }: Placement): boolean =>
  Math.abs(trueLevel - reportedLevel) <= 1;

/** The quantile of sorted values, straight between neighbours (Hyndman & Fan 1996, type 7). */
function sampleQuantile(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (at - Math.floor(at)) * (high - low);
}
