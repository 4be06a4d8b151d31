import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import { compileItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { logisticItem, share, simulatedScores, spreadTest } from './fixtures/simulated.ts';
import { personFit, PERSON_FIT_RULES, type PersonFit, type PersonFitAnswer } from './person-fit.ts';

const prior = { mean: 0, sd: 1 };
const rules = PERSON_FIT_RULES;
const few = { ...rules, minimumAnswers: 1 };

function figuresOf(fit: PersonFit) {
  if (fit.code === 'not-enough-data') throw new Error('There is enough data.');
  return fit.figures;
}

const onTest = (
  items: readonly PersonFitAnswer['item'][],
  scores: readonly number[],
): PersonFitAnswer[] => items.map((item, i) => ({ item, score: scores[i] ?? Number.NaN }));

describe('four answers worked by hand', () => {
  // Items of slope 1 at -2, -2, 2 and 2, two right: the posterior peaks at 0, where the prior pulls
  // nowhere and, by symmetry, the correction for the estimate is none (slope 0). With P = 1/(1+e^-2)
  // each answer has ln odds ±2, so W = Σ (X - P)(±2) and Var = 4·4·P(1 - P).
  const items = [-2, -2, 2, 2].map((b) => logisticItem(1, b));
  const right = 1 / (1 + Math.exp(-2));
  const sd = Math.sqrt(16 * right * (1 - right));

  it('have the standardised log-likelihood that two lines of algebra give', () => {
    const expected = figuresOf(personFit(onTest(items, [1, 1, 0, 0]), prior, few));
    expect(expected.ability).toBeCloseTo(0, 10);
    expect(expected.lzStar).toBeCloseTo((4 * 2 * (1 - right)) / sd, 10);
    const surprising = figuresOf(personFit(onTest(items, [0, 0, 1, 1]), prior, few));
    expect(surprising.lzStar).toBeCloseTo((-4 * 2 * right) / sd, 10);
    expect(surprising.p).toBeLessThan(0.001);
  });
});

describe('persons who answer as the items say', () => {
  const rates = (items: readonly ItemParameters[], seed: string) => {
    const compiled = items.map((item) => compileItem(item, standardGrid));
    const scores = simulatedScores({ items, population: prior, persons: 800, seed });
    const ps = scores.map((row) => {
      const answers = compiled.map((item, i) => ({ item, score: row[i] ?? Number.NaN }));
      return figuresOf(personFit(answers, prior, few)).p;
    });
    return { five: share(ps, (p) => p < 0.05), one: share(ps, (p) => p < 0.01) };
  };

  it.each([12, 30])('are doubted about as often as the significance says, on %d items', (count) => {
    const { five, one } = rates(spreadTest(count), 'persons');
    expect(five).toBeGreaterThan(0.02);
    expect(five).toBeLessThan(0.065);
    expect(one).toBeLessThan(0.018);
  });

  it('are doubted no more often on items of several steps', () => {
    const items = Array.from({ length: 12 }, (_, i) => ({
      discrimination: 0.7 + 0.05 * i,
      steps: [i / 4 - 2.2, i / 4 - 1.5, i / 4 - 0.8],
      difficultySd: 0,
    }));
    const { five, one } = rates(items, 'steps');
    expect(five).toBeGreaterThan(0.015);
    expect(five).toBeLessThan(0.065);
    expect(one).toBeLessThan(0.018);
  });
});

describe('persons who fail easy items and pass hard ones', () => {
  it('are found most of the time on 30 items when they answer every easy one at random', () => {
    const items = spreadTest(30);
    const able = { mean: 1.5, sd: 0.3 };
    const guessed: ItemParameters[] = items.map((item, i) =>
      i < 12 ? { ...item, lower: 0.4999, upper: 0.5001 } : item,
    );
    const scores = simulatedScores({ items: guessed, population: able, persons: 200, seed: 'odd' });
    const compiled = items.map((item) => compileItem(item, standardGrid));
    const fits = scores.map((row) => personFit(onTest(compiled, row), prior, rules));
    expect(
      share(fits, ({ code, severity }) => code === 'misfits' && severity === 'look'),
    ).toBeGreaterThan(0.85);
  });
});

describe('person fit', () => {
  const steps = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), {
    minLength: 1,
    maxLength: 4,
  });
  const item: fc.Arbitrary<ItemParameters> = fc.record({
    discrimination: fc.double({ min: 0.2, max: 2.5, noNaN: true }),
    steps,
    difficultySd: fc.constantFrom(0, 0.5),
  });
  const answer = item.chain((one) =>
    fc.record({
      item: fc.constant(one),
      score: fc.integer({ min: 0, max: 'steps' in one ? one.steps.length : 1 }),
    }),
  );
  const answers = fc.array(answer, { minLength: 10, maxLength: 20 });

  it('is finite for any answers, and does not depend on their order', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const fit = personFit(given, prior, rules);
        expect(Object.values(fit.figures).every(Number.isFinite)).toBe(true);
        const turned = personFit(given.toReversed(), prior, rules);
        if (fit.code === 'not-enough-data' || turned.code === 'not-enough-data') return;
        expect(turned.figures.lzStar).toBeCloseTo(fit.figures.lzStar, 6);
      }),
      { numRuns: 20 },
    );
  });

  it('of items of one step is that of items scored right or wrong', () => {
    const scores = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0];
    const items = spreadTest(10);
    const asSteps = items.map(({ discrimination, difficulty }) => ({
      discrimination,
      steps: [difficulty],
      difficultySd: 0,
    }));
    const [one, other] = [items, asSteps].map((list) =>
      figuresOf(personFit(onTest(list, scores), prior, rules)),
    );
    expect(one?.lzStar).toBeCloseTo(other?.lzStar ?? 0, 10);
  });

  it('stays finite for a person at -8 or 8 after 5,000 answers', () => {
    const items = Array.from({ length: 5000 }, (_, i) => logisticItem(2.5, (i % 17) - 8));
    const compiled = items.slice(0, 17).map((one) => compileItem(one, standardGrid));
    for (const score of [0, 1]) {
      const given = items.map((_, i) => ({ item: compiled[i % 17] ?? logisticItem(1, 0), score }));
      const { ability, lzStar, p } = figuresOf(personFit(given, { mean: 0, sd: 1.5 }, rules));
      expect([ability, lzStar, p].every(Number.isFinite)).toBe(true);
      expect(Math.abs(ability)).toBeGreaterThan(7);
    }
  });

  it('says that there is not enough data for few answers, or where no pattern could surprise', () => {
    const items = spreadTest(9);
    expect(
      personFit(
        onTest(
          items,
          items.map(() => 1),
        ),
        prior,
        rules,
      ),
    ).toEqual({
      check: 'person-fit',
      code: 'not-enough-data',
      severity: 'unknown',
      figures: { answers: 9 },
    });
    const alike = Array.from({ length: 12 }, () => logisticItem(1, 0));
    const fit = personFit(
      onTest(
        alike,
        alike.map((_, i) => i % 2),
      ),
      prior,
      rules,
    );
    expect(fit.code).toBe('not-enough-data');
  });

  it.each([0.5, 2, -1])('refuses the score %d', (score) => {
    const given = spreadTest(10).map((one) => ({ item: one, score }));
    expect(() => personFit(given, prior, rules)).toThrow(MeasurementError);
  });
});
