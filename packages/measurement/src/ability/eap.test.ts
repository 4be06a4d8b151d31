import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAbility } from './eap.ts';
import { MeasurementError } from '../core/errors.ts';
import { compiledItem, itemParameters, observations, prior } from '../fixtures/arbitraries.ts';
import { publishedEapScores } from '../fixtures/lsat.ts';
import { createGrid, standardGrid } from '../core/grid.ts';
import { compileItem } from '../models/compiled-item.ts';
import { locationOf } from '../models/item-parameters.ts';
import {
  expectation,
  startPosterior,
  summarizePosterior,
  updateAll,
  updatePosterior,
} from './posterior.ts';
import { seededRandom } from '../core/random.ts';

describe('published scores of LSAT6', () => {
  const published = publishedEapScores();

  it('are ninety: thirty patterns under three models', () => {
    expect(published).toHaveLength(90);
    expect(new Set(published.map(({ model }) => model)).size).toBe(3);
  });

  // Both quadratures are converged, so two different ones (61-point Gauss-Hermite there, 161 equally
  // spaced points here) agree to 1e-11.
  it.each(['rasch_a1', 'rasch_commona', '2PL'])('are matched to 1e-11 under %s', (model) => {
    const ofModel = published.filter((score) => score.model === model);
    expect(ofModel).toHaveLength(30);
    for (const { items, answers, ability, standardError } of ofModel) {
      const scored = items.map((item, i) => ({ item, score: answers[i] ?? Number.NaN }));
      const estimate = estimateAbility(scored, { mean: 0, sd: 1 });
      expect(Math.abs(estimate.ability - ability)).toBeLessThan(1e-11);
      expect(Math.abs(estimate.standardError - standardError)).toBeLessThan(1e-11);
    }
  });
});

describe('an ability estimate', () => {
  it('is the prior where there is no answer', () => {
    fc.assert(
      fc.property(prior, (belief) => {
        const { ability, standardError } = estimateAbility([], belief);
        const reach = (8 - Math.abs(belief.mean)) / belief.sd;
        const tolerance = Math.max(1e-9, 100 * Math.exp((-reach * reach) / 2));
        expect(Math.abs(ability - belief.mean)).toBeLessThan(tolerance);
        expect(Math.abs(standardError - belief.sd)).toBeLessThan(tolerance);
      }),
    );
  });

  it('has a posterior that sums to 1', () => {
    fc.assert(
      fc.property(observations, prior, (answers, belief) => {
        const { probabilities } = estimateAbility(answers, belief).posterior;
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(probabilities.every((p) => p >= 0)).toBe(true);
      }),
    );
  });

  it('is never lowered by more points', () => {
    fc.assert(
      fc.property(
        observations,
        prior,
        fc.nat(),
        fc.nat({ max: 10 }),
        (answers, belief, at, tenths) => {
          const index = at % answers.length;
          const better = answers.map((answer, i) =>
            i === index ? { ...answer, score: Math.min(1, answer.score + tenths / 10) } : answer,
          );
          const before = estimateAbility(answers, belief).ability;
          expect(estimateAbility(better, belief).ability).toBeGreaterThanOrEqual(before - 1e-12);
        },
      ),
    );
  });

  it('lies between those of no point and full points when the score is partial', () => {
    const item = compileItem(
      { discrimination: 1.2, difficulty: 0, difficultySd: 0.5 },
      standardGrid,
    );
    const [none, half, full] = [0, 0.5, 1].map(
      (score) => estimateAbility([{ item, score }], { mean: 0, sd: 1.5 }).ability,
    );
    expect(none).toBeLessThan(-0.3);
    expect(half).toBeCloseTo(0, 12);
    expect(full).toBeGreaterThan(0.3);
  });

  it('gets surer on average with every answer (law of total variance)', () => {
    fc.assert(
      fc.property(observations, compiledItem, prior, (answers, item, belief) => {
        const { posterior, standardError } = estimateAbility(answers, belief);
        const expected = expectation(posterior.probabilities, item.expectedShare);
        const right = summarizePosterior(updatePosterior(posterior, { item, score: 1 }));
        const wrong = summarizePosterior(updatePosterior(posterior, { item, score: 0 }));
        const meanVariance =
          expected * right.standardError ** 2 + (1 - expected) * wrong.standardError ** 2;
        expect(meanVariance).toBeLessThan(standardError ** 2);
      }),
    );
  });

  it('is the same to 1e-12 whatever the order of the answers', () => {
    const inTwoOrders = observations.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
      ),
    );
    fc.assert(
      fc.property(inTwoOrders, prior, ([answers, shuffled], belief) => {
        const recorded = estimateAbility(answers, belief);
        const reordered = estimateAbility(shuffled, belief);
        expect(Math.abs(recorded.ability - reordered.ability)).toBeLessThan(1e-12);
        expect(Math.abs(recorded.standardError - reordered.standardError)).toBeLessThan(1e-12);
      }),
    );
  });

  it('has the same bytes one answer at a time, all at once, or in two parts', () => {
    fc.assert(
      fc.property(observations, prior, fc.nat(), (answers, belief, at) => {
        const start = startPosterior(belief);
        const cut = at % answers.length;
        const oneByOne = answers.reduce(updatePosterior, start);
        const inParts = updateAll(updateAll(start, answers.slice(0, cut)), answers.slice(cut));
        const { posterior } = estimateAbility(answers, belief);
        expect(oneByOne).toEqual(posterior);
        expect(inParts).toEqual(posterior);
      }),
    );
  });

  it('leaves the posterior it starts from as it was', () => {
    const start = startPosterior({ mean: 0, sd: 1.5 });
    const before = start.probabilities.slice();
    const item = { discrimination: 1, difficulty: 0, difficultySd: 0 };
    updatePosterior(start, { item, score: 1 });
    expect(start.probabilities).toEqual(before);
  });

  it('is the same from parameters and from a compiled item', () => {
    fc.assert(
      fc.property(itemParameters, prior, (item, belief) => {
        const compiled = compileItem(item, standardGrid);
        expect(estimateAbility([{ item, score: 1 }], belief)).toEqual(
          estimateAbility([{ item: compiled, score: 1 }], belief),
        );
      }),
    );
  });

  it('does not depend on the grid once it is fine enough', () => {
    const fine = createGrid({ min: -12, max: 12, count: 1201 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(itemParameters, fc.constantFrom(0, 1)), { maxLength: 6 }),
        (pairs) => {
          const answers = pairs.map(([item, score]) => ({ item, score }));
          const usual = estimateAbility(answers, { mean: 0, sd: 1 });
          const finer = estimateAbility(answers, { mean: 0, sd: 1 }, fine);
          expect(usual.ability).toBeCloseTo(finer.ability, 8);
          expect(usual.standardError).toBeCloseTo(finer.standardError, 8);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each([-8, 8])('stays finite after 5,000 answers of a pupil at %d', (truth) => {
    const random = seededRandom('stability');
    const items = [-8, -4, 0, 4, 8].map((difficulty) =>
      compileItem({ discrimination: 2.5, difficulty, difficultySd: 0.5 }, standardGrid),
    );
    const answers = Array.from({ length: 1000 }, () =>
      items.map((item) => ({
        item,
        score:
          truth > locationOf(item.parameters) ||
          (truth === locationOf(item.parameters) && random.next() < 0.5)
            ? 1
            : 0,
      })),
    ).flat();
    const { ability, standardError, posterior } = estimateAbility(answers, { mean: 0, sd: 1.5 });
    expect(Math.abs(ability - truth)).toBeLessThan(0.5);
    expect(standardError).toBeGreaterThanOrEqual(0);
    expect(standardError).toBeLessThan(0.2);
    expect(posterior.probabilities.every(Number.isFinite)).toBe(true);
  });

  it('is the same to 1e-13 in every probability after 5,000 answers in another order', () => {
    const random = seededRandom('order');
    const items = Array.from({ length: 50 }, () =>
      compileItem(
        {
          discrimination: 0.5 + random.next(),
          difficulty: 6 * random.next() - 3,
          difficultySd: random.next(),
        },
        standardGrid,
      ),
    );
    const answers = items.flatMap((item) =>
      Array.from({ length: 100 }, () => ({ item, score: random.next() })),
    );
    const [recorded, reversed] = [answers, answers.toReversed()].map(
      (list) => estimateAbility(list, { mean: 0, sd: 1.5 }).posterior.probabilities,
    );
    const difference = recorded?.map((p, i) => Math.abs(p - (reversed?.[i] ?? Number.NaN)));
    expect(Math.max(...(difference ?? []))).toBeLessThan(1e-13);
    expect(difference).toHaveLength(161);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses a score of %d', (score) => {
    const item = { discrimination: 1, difficulty: 0, difficultySd: 0 };
    expect(() => estimateAbility([{ item, score }], { mean: 0, sd: 1 })).toThrow(MeasurementError);
  });

  it.each([
    { mean: 9, sd: 1 },
    { mean: 0, sd: 0.01 },
    { mean: Number.NaN, sd: 1 },
    { mean: 0, sd: Number.NaN },
  ])('refuses a prior that the grid cannot carry: %o', (belief) => {
    expect(() => estimateAbility([], belief)).toThrow(MeasurementError);
  });
});
