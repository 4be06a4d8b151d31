import type { NormalPrior } from '../ability/posterior.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { curvesAt } from '../models/response-curves.ts';
import { weightedAbilities } from './curve-distance.ts';
import { minimiseSquares, type SquaresAt } from './numeric/minimise.ts';
import type { CommonItem, ScaleLink } from './scale-link.ts';

/** Curves of every item (Haebara 1980), or of the whole test (Stocking & Lord 1983). */
export type CurveMethod = 'haebara' | 'stocking-lord';

/** What is compared at one ability: a list of values and their slopes in the ability. */
interface Curves {
  readonly values: readonly number[];
  readonly slopes: readonly number[];
}

/**
 * The link that brings curves closest, from a start. An item of the old scale has, at an ability of
 * the new one, the probabilities it has at (ability - intercept) / slope on its own: curves are read
 * there and no item is transformed, so their slopes give exact derivatives. The unknowns are the
 * slope's logarithm, which keeps it above 0, and the intercept.
 */
export function characteristicCurveLink(
  items: readonly CommonItem[],
  method: CurveMethod,
  populations: { readonly from: NormalPrior; readonly to: NormalPrior },
  start: ScaleLink,
): ScaleLink {
  const read = method === 'haebara' ? eachScore : testScore;
  const from = items.map((item) => item.from);
  const to = items.map((item) => item.to);
  const fixedTo = weightedAbilities(populations.to).map((at) => ({
    ...at,
    target: read(to, at.ability).values,
  }));
  const fixedFrom = weightedAbilities(populations.from).map((at) => ({
    ...at,
    target: read(from, at.ability).values,
  }));
  const [logSlope, intercept] = minimiseSquares(
    [Math.log(start.slope), start.intercept],
    ([logSlope, intercept]) => {
      const slope = Math.exp(logSlope);
      const squares = new Squares();
      for (const { ability, weight, target } of fixedTo) {
        const there = (ability - intercept) / slope;
        squares.add(read(from, there), target, weight, [-there, -1 / slope]);
      }
      for (const { ability, weight, target } of fixedFrom) {
        const there = slope * ability + intercept;
        squares.add(read(to, there), target, weight, [slope * ability, 1]);
      }
      return squares.total();
    },
  );
  return { slope: Math.exp(logSlope), intercept };
}

/** The probability of every score of every item. */
function eachScore(items: readonly ItemParameters[], ability: number): Curves {
  const curves = items.map((item) => curvesAt(item, ability));
  return {
    values: curves.flatMap(({ probabilities }) => [...probabilities]),
    slopes: curves.flatMap(({ slopes }) => [...slopes]),
  };
}

/** The expected sum score alone. */
function testScore(items: readonly ItemParameters[], ability: number): Curves {
  let value = 0;
  let slope = 0;
  for (const item of items) {
    const { probabilities, slopes } = curvesAt(item, ability);
    probabilities.forEach((p, score) => {
      value += score * p;
      slope += score * (slopes[score] ?? 0);
    });
  }
  return { values: [value], slopes: [slope] };
}

/** Weighted squares of differences, with their derivatives in two unknowns. */
class Squares {
  private sum = 0;
  private readonly gradient: [number, number] = [0, 0];
  private readonly curvature: [number, number, number] = [0, 0, 0];

  /** `moves`: how much the ability at which the curves were read changes with each unknown. */
  add(
    { values, slopes }: Curves,
    target: readonly number[],
    weight: number,
    moves: readonly [number, number],
  ): void {
    values.forEach((value, i) => {
      const difference = value - (target[i] ?? Number.NaN);
      const slope = slopes[i] ?? 0;
      const [first, second] = [slope * moves[0], slope * moves[1]];
      this.sum += weight * difference * difference;
      this.gradient[0] += weight * difference * first;
      this.gradient[1] += weight * difference * second;
      this.curvature[0] += weight * first * first;
      this.curvature[1] += weight * first * second;
      this.curvature[2] += weight * second * second;
    });
  }

  total(): SquaresAt {
    return { sum: this.sum, gradient: this.gradient, curvature: this.curvature };
  }
}
