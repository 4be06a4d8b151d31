import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedModes } from '../fixtures/lsat-modes.ts';
import { mixedAnswers } from '../fixtures/mixed-answers.ts';
import { scoreProbabilities } from '../models/compiled-item.ts';
import { checkedAnswers, likelihoodSlope } from './likelihood-slope.ts';
import { mapAbility } from './map.ts';
import type { Observation } from './observation.ts';

const standard = { mean: 0, sd: 1 };

/** Slope and curvature of the log posterior under a standard normal prior. */
function posteriorSlope(observations: readonly Observation[], ability: number) {
  const { first, second } = likelihoodSlope(checkedAnswers(observations), ability);
  return { value: first - ability, curvature: second - 1 };
}

describe('published modes of LSAT6', () => {
  const published = publishedModes();

  it('are ninety', () => {
    expect(published).toHaveLength(90);
  });

  // The published optimiser stopped up to 4e-4 before the mode, at slopes up to 7e-4, and differs
  // from itself among patterns that must agree; one Newton step from there leads to the mode.
  it('lead to the mode found here, to 1e-6, by the one step that was left to take', () => {
    for (const { observations, ability } of published) {
      const { value, curvature } = posteriorSlope(observations, ability);
      const mode = mapAbility(observations, standard).ability;
      expect(Math.abs(ability - value / curvature - mode)).toBeLessThan(1e-6);
      expect(Math.abs(posteriorSlope(observations, mode).value)).toBeLessThan(1e-11);
    }
  });

  it('have the standard errors that the curvature there gives, to 1e-6', () => {
    for (const { observations, ability, standardError } of published) {
      const { curvature } = posteriorSlope(observations, ability);
      expect(Math.abs(1 / Math.sqrt(-curvature) - standardError)).toBeLessThan(1e-6);
    }
  });
});

describe('a mode', () => {
  it('is higher than its surroundings, by the curvature its standard error tells', () => {
    fc.assert(
      fc.property(mixedAnswers, (answers) => {
        const { ability, standardError } = mapAbility(answers, standard);
        const at = (place: number) =>
          answers.reduce(
            (sum, { item, score }) =>
              sum + Math.log(scoreProbabilities(item, place)[score] ?? Number.NaN),
            (-place * place) / 2,
          );
        const step = 1e-3;
        const bend = (at(ability + step) - 2 * at(ability) + at(ability - step)) / step ** 2;
        expect(Math.abs(at(ability + step) - at(ability - step)) / (2 * step)).toBeLessThan(1e-5);
        expect(Math.abs(1 / Math.sqrt(-bend) / standardError - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });

  it('is the prior where nothing was answered', () => {
    const { ability, standardError } = mapAbility([], { mean: 0.7, sd: 1.3 });
    expect(ability).toBeCloseTo(0.7, 10);
    expect(standardError).toBeCloseTo(1.3, 10);
  });

  it('is the higher one where guessing makes two', () => {
    const guessed = { discrimination: 4, difficulty: 3, difficultySd: 0, lower: 0.2 };
    const failed = { discrimination: 4, difficulty: -2, difficultySd: 0 };
    const density = (ability: number) =>
      Math.exp(-(ability ** 2) / 18) *
      (scoreProbabilities(guessed, ability)[1] ?? 0) ** 2 *
      (scoreProbabilities(failed, ability)[0] ?? 0);
    const answers = [
      { item: guessed, score: 1 },
      { item: guessed, score: 1 },
      { item: failed, score: 0 },
    ];
    const { ability } = mapAbility(answers, { mean: 0, sd: 3 });
    const places = Array.from({ length: 1601 }, (_, i) => i / 100 - 8);
    const highest = places.reduce((best, place) => (density(place) > density(best) ? place : best));
    expect(Math.abs(ability - highest)).toBeLessThan(0.01);
  });

  it('refuses a score between two points and a prior of no width', () => {
    const item = { discrimination: 1, difficulty: 0, difficultySd: 0 };
    expect(() => mapAbility([{ item, score: 0.5 }], standard)).toThrow('whole number');
    expect(() => mapAbility([], { mean: 0, sd: 0 })).toThrow('sd > 0');
  });
});
