import { describe, expect, it } from 'vitest';
import { startPosterior, summarizePosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom } from '../core/random.ts';
import { drawScore } from '../models/draw-score.ts';
import { after, estimates, guessed, own, pair, type Response } from './arbitrary-responses.ts';
import { type JointModel } from './model.ts';
import { settle } from './settle.ts';
import { bank, drawAbilities } from './simulated-pupils.ts';

/** Marginals of two competences by summing their joint density over the whole square grid. */
function bruteForce(model: JointModel, list: readonly Response[]) {
  const [v = 0, c = 0, , w = 0] = model.start.covariance;
  const determinant = v * w - c * c;
  const tables = [0, 1].map((index) => {
    const flat = new Float64Array(standardGrid.points.length);
    for (const { item, score } of own(list, index)) {
      if (!('parameters' in item)) throw new TypeError('Compiled items only.');
      flat.forEach((sum, i) => (flat[i] = sum + (item.logProbabilities[score]?.[i] ?? NaN)));
    }
    return flat;
  });
  const sums = [0, 1].map(() => new Float64Array(standardGrid.points.length));
  standardGrid.points.forEach((x, i) => {
    standardGrid.points.forEach((y, j) => {
      const [dx, dy] = [x - (model.prior.means[0] ?? NaN), y - (model.prior.means[1] ?? NaN)];
      const square = (w * dx * dx - 2 * c * dx * dy + v * dy * dy) / determinant;
      const mass = Math.exp((tables[0]?.[i] ?? NaN) + (tables[1]?.[j] ?? NaN) - square / 2);
      if (sums[0]) sums[0][i] = (sums[0][i] ?? NaN) + mass;
      if (sums[1]) sums[1][j] = (sums[1][j] ?? NaN) + mass;
    });
  });
  return sums.map((masses) => {
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    const probabilities = masses.map((mass) => mass / total);
    return summarizePosterior({ ...startPosterior({ mean: 0, sd: 1 }), probabilities });
  });
}

describe('two competences measured together', () => {
  it('agree with the sum over all pairs of abilities of two competences', () => {
    const random = seededRandom('brute force');
    const misses: { ability: number; standardError: number }[] = [];
    for (let k = 0; k < 60; k += 1) {
      const model = pair(k % 2 ? 0.8 : 0.5);
      const abilities = drawAbilities(model, random);
      const list = Array.from({ length: random.integer(1, 24) }, () => {
        const index = random.integer(0, 1);
        const item = bank[random.integer(0, bank.length - 1)] ?? guessed;
        return { index, item, score: drawScore(item.parameters, abilities[index] ?? 0, 0, random) };
      });
      const exact = bruteForce(model, list);
      estimates(settle(after(model, list))).forEach(({ ability, standardError }, i) => {
        misses.push({
          ability: Math.abs(ability - (exact[i]?.ability ?? NaN)),
          standardError: Math.abs(standardError - (exact[i]?.standardError ?? NaN)),
        });
      });
    }
    const quantile = (of: 'ability' | 'standardError', share: number) =>
      misses.map((miss) => miss[of]).toSorted((x, y) => x - y)[
        Math.ceil(share * misses.length) - 1
      ];
    expect(quantile('ability', 0.95)).toBeLessThan(1e-3);
    expect(quantile('ability', 1)).toBeLessThan(3e-3);
    expect(quantile('standardError', 0.5)).toBeLessThan(1e-4);
    expect(quantile('standardError', 0.9)).toBeLessThan(2e-3);
    expect(quantile('standardError', 1)).toBeLessThan(0.01);
  });
});
