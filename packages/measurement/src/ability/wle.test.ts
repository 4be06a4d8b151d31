import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/random.ts';
import { mixedAnswers } from '../fixtures/mixed-answers.ts';
import { scoreProbabilities } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import { mlAbility } from './ml.ts';
import type { Observation } from './observation.ts';
import { wleAbility } from './wle.ts';

const estimateOf = (found: ReturnType<typeof wleAbility>) => {
  if (found.kind !== 'estimate') throw new Error('An estimate was expected.');
  return found;
};

describe("Warm's estimate", () => {
  it('is the maximum of likelihood times √information where items are exact and do not guess', () => {
    fc.assert(
      fc.property(mixedAnswers, (uncertain) => {
        const answers = uncertain.map((one) => ({
          ...one,
          item: { ...one.item, difficultySd: 0 },
        }));
        const height = (ability: number) => weightedLogLikelihood(answers, ability);
        const { ability } = estimateOf(wleAbility(answers));
        for (const away of [-4, -1, -0.1, 0.1, 1, 4]) {
          expect(height(ability)).toBeGreaterThan(height(ability + away));
        }
        const step = 1e-4;
        const slope = (height(ability + step) - height(ability - step)) / (2 * step);
        // The difference itself is off by step²/6 times the third derivative: 1e-6 for steep items.
        expect(Math.abs(slope)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  // One item at 0: I = P·Q, so that √I·P is highest where P = 3/4.
  it('is ln 3 after one right answer to one item at 0, with 1/√(3/16)', () => {
    const item = { discrimination: 1, difficulty: 0, difficultySd: 0 };
    const { ability, standardError } = estimateOf(wleAbility([{ item, score: 1 }]));
    expect(ability).toBeCloseTo(Math.log(3), 10);
    expect(standardError).toBeCloseTo(Math.sqrt(16 / 3), 10);
  });

  it('takes out the bias that maximum likelihood has', () => {
    const random = seededRandom('warm');
    const truth = 1.2;
    const items = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 0
        ? { discrimination: 1, steps: [-1 + i / 8, i / 8], difficultySd: 0 }
        : { discrimination: 1.3, difficulty: -1.5 + i / 4, difficultySd: 0 },
    );
    let [warm, likeliest, count] = [0, 0, 0];
    for (let pupil = 0; pupil < 1500; pupil += 1) {
      const answers = items.map((item) => ({ item, score: drawScore(item, truth, 0, random) }));
      warm += estimateOf(wleAbility(answers)).ability / 1500;
      const found = mlAbility(answers);
      if (found.kind !== 'estimate') continue;
      likeliest += found.ability;
      count += 1;
    }
    expect(Math.abs(warm - truth)).toBeLessThan(0.04);
    expect(likeliest / count - truth).toBeGreaterThan(0.04);
  });

  it('says that nothing was answered', () => {
    expect(wleAbility([])).toEqual({ kind: 'unanswered' });
  });
});

function weightedLogLikelihood(answers: readonly Observation[], ability: number): number {
  let [log, information] = [0, 0];
  for (const { item, score } of answers) {
    if ('parameters' in item) throw new Error('Only parameters were given.');
    const probabilities = scoreProbabilities(item, ability);
    log += Math.log(probabilities[score] ?? Number.NaN);
    const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0);
    const variance = probabilities.reduce((sum, p, k) => sum + (k - mean) ** 2 * p, 0);
    information += item.discrimination ** 2 * variance;
  }
  return log + Math.log(information) / 2;
}
