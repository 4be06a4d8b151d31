import { MeasurementError } from '../core/errors.ts';
import { type Random, standardNormal } from '../core/random.ts';
import { type LevelReport, reportLevel } from '../ability/levels.ts';
import {
  credibleInterval,
  type Posterior,
  summarizePosterior,
  updatePosterior,
} from '../ability/posterior.ts';
import type { CompiledItem } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { selectItem } from '../selection/select-item.ts';
import { shouldStop, type StoppingReason, type StoppingRules } from '../selection/stopping.ts';

export interface BankItem {
  readonly key: string;
  readonly item: ItemParameters;
  readonly descriptor: string;
}

export interface CompiledBankItem extends Omit<BankItem, 'item'> {
  readonly item: CompiledItem;
}

export interface SittingRequest {
  readonly bank: readonly CompiledBankItem[];
  /** What estimation starts from. */
  readonly start: Posterior;
  readonly cuts: readonly number[];
  readonly rules: StoppingRules;
  /** The ability that answers, in logits. */
  readonly truth: number;
  /** How many of the pupils before got each item. */
  readonly given: ReadonlyMap<string, number>;
  readonly pupilsBefore: number;
  readonly rng: Random;
}

/** What a simulated pupil's test ended with. */
export interface Sitting {
  readonly truth: number;
  readonly ability: number;
  readonly standardError: number;
  /** Whether the central 80% interval holds the truth. */
  readonly covered: boolean;
  readonly level: LevelReport;
  /** The items, in the order they were given. */
  readonly keys: readonly string[];
  readonly reason: StoppingReason;
}

/** One pupil sits the adaptive test of a bank; takes its chance from `rng` alone. */
export function sit(request: SittingRequest): Sitting {
  const { bank, cuts, rules, truth, given, pupilsBefore, rng } = request;
  const left = new Map(bank.map((entry) => [entry.key, entry]));
  const descriptorsSeen = new Set<string>();
  const keys: string[] = [];
  let posterior = request.start;

  for (;;) {
    const level = reportLevel(posterior, cuts);
    const state = { ...rules, count: keys.length, level, poolSize: left.size };
    const { stop, reason } = shouldStop(state);
    if (stop) {
      const { lower, upper } = credibleInterval(posterior, 0.8);
      const covered = lower <= truth && truth <= upper;
      return { truth, ...summarizePosterior(posterior), covered, level, keys, reason };
    }
    const key = selectItem({
      candidates: Array.from(left.values(), (entry) => ({
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
    const score = answer(chosen, truth, rng);
    posterior = updatePosterior(posterior, { item: chosen.item, score });
  }
}

function answer({ item }: CompiledBankItem, truth: number, rng: Random): number {
  const { parameters } = item;
  return drawScore(parameters, truth, parameters.difficultySd * standardNormal(rng), rng);
}
