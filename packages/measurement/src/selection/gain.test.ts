import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportLevel } from '../ability/levels.ts';
import { startPosterior, summarizePosterior, updatePosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { compiledItem, cuts, observations, prior } from '../fixtures/arbitraries.ts';
import { compileItem, scoreProbabilities } from '../models/compiled-item.ts';
import { levelGain, varianceGain } from './gain.ts';

const posterior = fc
  .tuple(prior, observations)
  .map(([start, answers]) => answers.reduce(updatePosterior, startPosterior(start)));
const steps = { discrimination: 0.8, steps: [-1, 0, 0.5], difficultySd: 0.4 };

describe('the gain of one more answer', () => {
  it('is, in variance, what the posterior has now less what it has on average after', () => {
    const item = fc.oneof(compiledItem, fc.constant(compileItem(steps, standardGrid)));
    fc.assert(
      fc.property(posterior, item, (state, compiled) => {
        const variance = summarizePosterior(state).standardError ** 2;
        let after = 0;
        compiled.logProbabilities.forEach((logs, score) => {
          const weight = state.probabilities.reduce((s, p, i) => s + p * Math.exp(logs[i] ?? 0), 0);
          const next = updatePosterior(state, { item: compiled, score });
          after += weight * summarizePosterior(next).standardError ** 2;
        });
        expect(varianceGain(state, compiled)).toBeGreaterThanOrEqual(0);
        expect(varianceGain(state, compiled)).toBeCloseTo(variance - after, 9);
      }),
    );
  });

  it('is about information times variance squared where the posterior is narrow', () => {
    const narrow = startPosterior({ mean: 0.3, sd: 0.15 });
    const item = { discrimination: 1.2, difficulty: 0, difficultySd: 0 };
    const [wrong = 0, right = 0] = scoreProbabilities(item, 0.3);
    const expected = 1.2 ** 2 * wrong * right * 0.15 ** 4;
    expect(varianceGain(narrow, item) / expected).toBeCloseTo(1, 1);
  });

  it('is, in level, never negative and at most the probability that the level is wrong', () => {
    fc.assert(
      fc.property(posterior, compiledItem, cuts, (state, item, at) => {
        const gain = levelGain(state, item, at);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(1 - reportLevel(state, at).probability + 1e-12);
      }),
    );
  });

  it('is, in level, what an answer that decides it changes, and nothing where it cannot', () => {
    const even = startPosterior({ mean: 0, sd: 1 });
    const sharp = { discrimination: 40, difficulty: 0, difficultySd: 0 };
    expect(levelGain(even, sharp, [0])).toBeGreaterThan(0.45);
    const dull = { discrimination: 0.3, difficulty: 0, difficultySd: 0 };
    expect(levelGain(startPosterior({ mean: 2, sd: 0.5 }), dull, [0])).toBeCloseTo(0, 12);
  });
});
