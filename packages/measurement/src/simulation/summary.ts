import { levelOf } from '../ability/levels.ts';
import type { StoppingReason } from '../selection/stopping.ts';
import { mean, share } from './averages.ts';
import { type AbilityFigures, figuresByAbility, isExact, isWithinOne } from './by-ability.ts';
import { type ExposureFigures, exposureFigures } from './exposure.ts';
import type { Sitting } from './sitting.ts';

/** How well a bank and its rules place pupils whose abilities are known. Shares are 0 to 1. */
export interface SimulationSummary extends ExposureFigures {
  readonly pupils: number;
  /** Share of pupils reported at their true level. */
  readonly exactLevel: number;
  /** Share reported at their true level or a neighbour. */
  readonly withinOneLevel: number;
  /** Mean of the probabilities reported with the levels: equals `exactLevel` if they are honest. */
  readonly meanLevelProbability: number;
  /** Root mean square and mean of estimate minus truth, logits. */
  readonly rmse: number;
  readonly bias: number;
  readonly meanStandardError: number;
  /** Share of central 80% intervals that hold the truth. */
  readonly coverage80: number;
  readonly meanLength: number;
  /** Share of sittings of each length that occurred, from the shortest. */
  readonly lengths: readonly { items: number; share: number }[];
  /** Share of sittings that ended for each reason. */
  readonly stopped: Readonly<Record<StoppingReason, number>>;
  readonly byLevel: readonly { level: number; pupils: number; exactLevel: number }[];
  readonly byAbility: readonly AbilityFigures[];
}

/** Sums sittings up; `counts` are how many of them gave each item of the bank. */
export function summarizeSittings(
  sittings: readonly Sitting[],
  counts: readonly number[],
  cuts: readonly number[],
): SimulationSummary {
  const placements = sittings.map(({ truth, ability, level }) => ({
    truth,
    ability,
    trueLevel: levelOf(truth, cuts),
    reportedLevel: level.level,
  }));
  const errors = placements.map(({ ability, truth }) => ability - truth);
  const stoppedBy = (reason: StoppingReason) => share(sittings, (s) => s.reason === reason);
  return {
    pupils: sittings.length,
    exactLevel: share(placements, isExact),
    withinOneLevel: share(placements, isWithinOne),
    meanLevelProbability: mean(sittings.map((s) => s.level.probability)),
    rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
    bias: mean(errors),
    meanStandardError: mean(sittings.map((s) => s.standardError)),
    coverage80: share(sittings, (s) => s.covered),
    meanLength: mean(sittings.map((s) => s.keys.length)),
    lengths: lengthShares(sittings),
    ...exposureFigures(counts, sittings.length),
    stopped: { max: stoppedBy('max'), sure: stoppedBy('sure'), pool: stoppedBy('pool') },
    byLevel: Array.from({ length: cuts.length + 1 }, (_, i) => {
      const there = placements.filter(({ trueLevel }) => trueLevel === i + 1);
      return { level: i + 1, pupils: there.length, exactLevel: share(there, isExact) };
    }),
    byAbility: figuresByAbility(placements),
  };
}

function lengthShares(sittings: readonly Sitting[]) {
  return [...Map.groupBy(sittings, ({ keys }) => keys.length)]
    .map(([items, there]) => ({ items, share: there.length / sittings.length }))
    .sort((a, b) => a.items - b.items);
}
