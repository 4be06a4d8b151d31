import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import { levelOf, reportLevel, type LevelReport } from '../ability/levels.ts';
import { compileItem, type CompiledItem } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import {
  credibleInterval,
  startPosterior,
  summarizePosterior,
  updatePosterior,
  type NormalPrior,
  type Posterior,
} from '../ability/posterior.ts';
import { seededRandom, standardNormal, type Random } from '../core/random.ts';
import { selectItem } from '../selection/select-item.ts';
import { shouldStop, type StoppingReason, type StoppingRules } from '../selection/stopping.ts';

export interface BankItem {
  readonly key: string;
  readonly item: ItemParameters;
  readonly descriptor: string;
}

export interface SimulationRequest {
  readonly bank: readonly BankItem[];
  /** What estimation starts from. */
  readonly prior: NormalPrior;
  /** What abilities are drawn from; absent, the prior itself. */
  readonly population?: NormalPrior;
  readonly cuts: readonly number[];
  readonly rules: StoppingRules;
  /** How many pupils sit the test. */
  readonly pupils: number;
  readonly seed: string;
}

/** How well a bank and its rules place pupils whose abilities are known. Shares are 0 to 1. */
export interface SimulationSummary {
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
  /** Largest and mean share of sittings that gave an item. */
  readonly maxExposure: number;
  readonly meanExposure: number;
  /** Share of sittings that ended for each reason. */
  readonly stopped: Readonly<Record<StoppingReason, number>>;
  readonly byLevel: readonly { level: number; pupils: number; exactLevel: number }[];
}

/**
 * Simulates pupils who sit the adaptive test of a bank, one after the other, with the package's own
 * estimation, selection and stopping; exposure rates are those of the pupils before.
 *
 * Each pupil meets a bank whose true difficulties are drawn anew from their stated uncertainty: the
 * summary averages over the banks this one may turn out to be, so coverage is not flattered by
 * treating the writers' guesses as known. The same request gives the same summary.
 *
 * Throws `invalid-argument` for no pupils, `no-candidates` for an empty bank.
 */
export function simulatePupils(request: SimulationRequest): SimulationSummary {
  const { bank, prior, population = prior, cuts, rules, pupils, seed } = request;
  if (!(Number.isInteger(pupils) && pupils > 0)) {
    throw new MeasurementError('invalid-argument', `A simulation needs pupils; got ${pupils}.`);
  }
  if (bank.length === 0) {
    throw new MeasurementError('no-candidates', 'A simulation needs a bank of at least one item.');
  }
  const compiled = bank.map((entry) => ({ ...entry, item: compileItem(entry.item, standardGrid) }));
  const start = startPosterior(prior);
  const given = new Map(bank.map(({ key }) => [key, 0]));
  const rng = seededRandom(seed);

  const sittings = Array.from({ length: pupils }, (_, pupilsBefore) => {
    const truth = population.mean + population.sd * standardNormal(rng);
    const sitting = sit({ bank: compiled, start, cuts, rules, truth, given, pupilsBefore, rng });
    for (const key of sitting.keys) given.set(key, (given.get(key) ?? 0) + 1);
    return sitting;
  });
  const exposures = [...given.values()].map((count) => count / pupils);
  return summarize(sittings, exposures, cuts);
}

interface CompiledBankItem extends Omit<BankItem, 'item'> {
  readonly item: CompiledItem;
}

interface SittingRequest {
  readonly bank: readonly CompiledBankItem[];
  readonly start: Posterior;
  readonly cuts: readonly number[];
  readonly rules: StoppingRules;
  readonly truth: number;
  readonly given: ReadonlyMap<string, number>;
  readonly pupilsBefore: number;
  readonly rng: Random;
}

interface Sitting {
  readonly truth: number;
  readonly ability: number;
  readonly standardError: number;
  readonly covered: boolean;
  readonly level: LevelReport;
  readonly keys: readonly string[];
  readonly reason: StoppingReason;
}

function sit(request: SittingRequest): Sitting {
  const { bank, cuts, rules, truth, given, pupilsBefore, rng } = request;
  const left = new Map(bank.map((entry) => [entry.key, entry]));
  const descriptorsSeen = new Set<string>();
  const keys: string[] = [];
  let posterior = request.start;

  for (;;) {
    const level = reportLevel(posterior, cuts);
    const { stop, reason } = shouldStop({
      ...rules,
      count: keys.length,
      level,
      poolSize: left.size,
    });
    if (stop) {
      const { lower, upper } = credibleInterval(posterior, 0.8);
      const covered = lower <= truth && truth <= upper;
      return { truth, ...summarizePosterior(posterior), covered, level, keys, reason };
    }
    const key = selectItem({
      candidates: [...left.values()].map((entry) => ({
        ...entry,
        exposureRate: pupilsBefore === 0 ? 0 : (given.get(entry.key) ?? 0) / pupilsBefore,
        seenBefore: false,
      })),
      posterior,
      position: keys.length + 1,
      maxItems: rules.maxItems,
      descriptorsSeen,
      rng,
    });
    const chosen = left.get(key);
    if (chosen === undefined) {
      throw new MeasurementError('no-candidates', `Item ${key} is not in the bank.`);
    }
    left.delete(key);
    keys.push(key);
    descriptorsSeen.add(chosen.descriptor);
    posterior = updatePosterior(posterior, {
      item: chosen.item,
      score: answer(chosen, truth, rng),
    });
  }
}

function answer({ item }: CompiledBankItem, truth: number, rng: Random): number {
  const { parameters } = item;
  return drawScore(parameters, truth, parameters.difficultySd * standardNormal(rng), rng);
}

function summarize(
  sittings: readonly Sitting[],
  exposures: readonly number[],
  cuts: readonly number[],
): SimulationSummary {
  const isExact = ({ truth, level }: Sitting) => levelOf(truth, cuts) === level.level;
  const isWithinOne = ({ truth, level }: Sitting) =>
    Math.abs(levelOf(truth, cuts) - level.level) <= 1;
  const stoppedBy = (reason: StoppingReason) => share(sittings, (s) => s.reason === reason);
  return {
    pupils: sittings.length,
    exactLevel: share(sittings, isExact),
    withinOneLevel: share(sittings, isWithinOne),
    meanLevelProbability: mean(sittings.map((s) => s.level.probability)),
    rmse: Math.sqrt(mean(sittings.map((s) => (s.ability - s.truth) ** 2))),
    bias: mean(sittings.map((s) => s.ability - s.truth)),
    meanStandardError: mean(sittings.map((s) => s.standardError)),
    coverage80: share(sittings, (s) => s.covered),
    meanLength: mean(sittings.map((s) => s.keys.length)),
    maxExposure: Math.max(...exposures),
    meanExposure: mean(exposures),
    stopped: { max: stoppedBy('max'), sure: stoppedBy('sure'), pool: stoppedBy('pool') },
    byLevel: Array.from({ length: cuts.length + 1 }, (_, i) => {
      const there = sittings.filter((s) => levelOf(s.truth, cuts) === i + 1);
      return { level: i + 1, pupils: there.length, exactLevel: share(there, isExact) };
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return mean(values.map((value) => (holds(value) ? 1 : 0)));
}
