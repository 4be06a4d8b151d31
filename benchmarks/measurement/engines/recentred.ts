import { createGrid, levelOf } from '@jalon/measurement';
import { type BenchItem, probability } from '../bank.ts';
import type { Engine, EngineSitting } from './engine.ts';

/** Of the normal prior, in square logits. */
const PRIOR_VARIANCE = 1.5;
const grid = createGrid({ min: -8, max: 8, count: 161 });

/**
 * Maximum information with a prior that follows: after each answer the ability is the mean of the
 * likelihood of all answers times a normal prior of variance 1.5 centred on the last ability, on a
 * grid; next comes the item that tells most, a²P(1 - P), at that ability. The length is fixed and
 * exposure free; the level is the one that holds the ability.
 */
export function recentredEngine(bank: readonly BenchItem[], startAbility: number): Engine {
  const curves = new Map(
    bank.map((item) => [item.key, grid.points.map((ability) => probability(item, ability))]),
  );
  const sit = (): EngineSitting => {
    const likelihood = new Float64Array(grid.points.length).fill(1);
    let left = bank;
    let ability = startAbility;
    return {
      next() {
        const chosen = mostInformative(left, ability);
        left = left.filter((item) => item !== chosen);
        return chosen;
      },
      answer(item, isRight) {
        const curve = curves.get(item.key);
        if (!curve) throw new Error(`Item ${item.key} is not in the bank.`);
        likelihood.forEach((value, i) => {
          const right = curve[i] ?? Number.NaN;
          likelihood[i] = value * (isRight ? right : 1 - right);
        });
        ability = meanWithPrior(likelihood, ability);
      },
      ability: () => ability,
      level: (cuts) => levelOf(ability, cuts),
    };
  };
  return { name: 'maximum information, prior re-centred', sit };
}

function mostInformative(items: readonly BenchItem[], ability: number): BenchItem | null {
  let best: BenchItem | null = null;
  let most = -Infinity;
  for (const item of items) {
    const right = probability(item, ability);
    const information = item.discrimination ** 2 * right * (1 - right);
    if (information <= most) continue;
    most = information;
    best = item;
  }
  return best;
}

function meanWithPrior(likelihood: Float64Array, center: number): number {
  let sum = 0;
  let total = 0;
  grid.points.forEach((point, i) => {
    const prior = Math.exp(-((point - center) ** 2) / (2 * PRIOR_VARIANCE));
    const weight = (likelihood[i] ?? 0) * prior;
    sum += weight * point;
    total += weight;
  });
  return sum / total;
}
