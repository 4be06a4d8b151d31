import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAbility } from '../ability/eap.ts';
import { startPosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { compileItem } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import { type ItemParameters, locationOf, maxScore } from '../models/item-parameters.ts';
import { updateDifficulty } from './online.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pupil = fc
  .record({ mean: real(-2, 2), sd: real(0.3, 1.2) })
  .map((belief) => startPosterior(belief));
const item: fc.Arbitrary<ItemParameters> = fc.oneof(
  fc.record({
    discrimination: real(0.4, 2),
    difficulty: real(-2, 2),
    difficultySd: real(0.1, 1),
  }),
  fc.record({
    discrimination: real(0.4, 2),
    steps: fc.array(real(-2, 2), { minLength: 2, maxLength: 3 }),
    difficultySd: real(0.1, 1),
  }),
);

describe('the difficulty of an item after an answer', () => {
  it('is expected to be what it was, and never less certain on average', () => {
    fc.assert(
      fc.property(item, pupil, (before, who) => {
        // How probable each score is, the pupil and the difficulty both uncertain.
        const { logProbabilities } = compileItem(before, standardGrid);
        let [mean, variance] = [0, 0];
        for (let score = 0; score <= maxScore(before); score += 1) {
          const probability = who.probabilities.reduce(
            (sum, p, q) => sum + p * Math.exp(logProbabilities[score]?.[q] ?? NaN),
            0,
          );
          const after = updateDifficulty(before, score, who);
          const moved = locationOf(after) - locationOf(before);
          mean += probability * moved;
          variance += probability * (after.difficultySd ** 2 + moved ** 2);
        }
        expect(Math.abs(mean)).toBeLessThan(1e-6);
        expect(Math.abs(variance / before.difficultySd ** 2 - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('rises when the item is failed, falls when it is solved', () => {
    fc.assert(
      fc.property(item, pupil, (before, who) => {
        const failed = updateDifficulty(before, 0, who);
        const solved = updateDifficulty(before, maxScore(before), who);
        expect(locationOf(failed)).toBeGreaterThan(locationOf(before));
        expect(locationOf(solved)).toBeLessThan(locationOf(before));
      }),
      { numRuns: 60 },
    );
  });

  it('hardly depends on the order of the answers', () => {
    const answers = fc.array(fc.record({ score: fc.constantFrom(0, 1), who: pupil }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const start = { discrimination: 1.1, difficulty: 0, difficultySd: 0.6 };
        const after = (list: typeof given) =>
          list.reduce((belief, { score, who }) => updateDifficulty(belief, score, who), start);
        const [one, other] = [after(given), after(given.toReversed())];
        expect(Math.abs(one.difficulty - other.difficulty)).toBeLessThan(0.05);
        expect(Math.abs(one.difficultySd - other.difficultySd)).toBeLessThan(0.05);
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the truth, as close as it says', () => {
    const random = seededRandom('online');
    const known = Array.from({ length: 8 }, (_, i) =>
      compileItem(
        { discrimination: 1.3, difficulty: (i - 3.5) / 2, difficultySd: 0 },
        standardGrid,
      ),
    );
    const truths = [-1.3, -0.4, 0.5, 1.4];
    const errors = truths.map((truth) => {
      const real = { discrimination: 1.2, difficulty: truth, difficultySd: 0 };
      let belief = { discrimination: 1.2, difficulty: 0, difficultySd: 1 };
      for (let i = 0; i < 400; i += 1) {
        const ability = standardNormal(random);
        const answers = known.map((one) => ({
          item: one,
          score: drawScore(one.parameters, ability, 0, random),
        }));
        const { posterior } = estimateAbility(answers, { mean: 0, sd: 1 });
        belief = updateDifficulty(belief, drawScore(real, ability, 0, random), posterior);
      }
      expect(belief.difficultySd).toBeLessThan(0.16);
      return (belief.difficulty - truth) / belief.difficultySd;
    });
    expect(errors.every((error) => Math.abs(error) < 3)).toBe(true);
  });

  it('stays where it is exact, and refuses a score that the item does not give', () => {
    const exact = { discrimination: 1, difficulty: 0.3, difficultySd: 0 };
    const who = startPosterior({ mean: 0, sd: 1 });
    expect(updateDifficulty(exact, 1, who)).toEqual(exact);
    expect(() => updateDifficulty(exact, 2, who)).toThrow('whole number from 0 to 1');
  });
});
