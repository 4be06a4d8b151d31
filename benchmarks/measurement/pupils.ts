import { type NormalPrior, seededRandom, standardNormal } from '@jalon/measurement';
import { type BenchItem, probability } from './bank.ts';

/** A pupil whose ability is known, and who answers an item the same way to every engine. */
export interface BenchPupil {
  /** Logits. */
  readonly ability: number;
  readonly isRight: (item: BenchItem) => boolean;
}

/** Pupils drawn from a population; the same seed gives the same pupils with the same answers. */
export function makePupils(
  count: number,
  population: NormalPrior,
  bank: readonly BenchItem[],
  seed: string,
): BenchPupil[] {
  return Array.from({ length: count }, (_, pupil) => {
    const random = seededRandom(`${seed} ${pupil}`);
    const ability = population.mean + population.sd * standardNormal(random);
    const chances = new Map(bank.map(({ key }) => [key, random.next()]));
    return {
      ability,
      isRight: (item) => (chances.get(item.key) ?? Number.NaN) < probability(item, ability),
    };
  });
}
