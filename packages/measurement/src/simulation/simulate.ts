import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { type NormalPrior, startPosterior } from '../ability/posterior.ts';
import { compileItem } from '../models/compiled-item.ts';
import type { StoppingRules } from '../selection/stopping.ts';
import { type BankItem, sit } from './sitting.ts';
import { type SimulationSummary, summarizeSittings } from './summary.ts';

export { exposureFigures } from './exposure.ts';
export { simulationPicture } from './picture.ts';
export type { BankItem, SimulationSummary };

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
  return summarizeSittings(sittings, [...given.values()], cuts);
}
