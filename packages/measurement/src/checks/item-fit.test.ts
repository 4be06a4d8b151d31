import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { logisticItem, share, simulatedScores, spreadTest } from './fixtures/simulated.ts';
import { itemFit, ITEM_FIT_RULES, type ItemFit } from './item-fit.ts';

const population = { mean: 0, sd: 1 };
const rules = ITEM_FIT_RULES;
const given = (items: readonly unknown[]) => items.map(() => 0);
const rejects = (alpha: number) => (fit: ItemFit) =>
  fit.code !== 'not-enough-data' && fit.figures.p < alpha;

function lsat7(): number[][] {
  return readFileSync(new URL('../fixtures/lsat7_patterns.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const cells = line.split(',').map(Number);
      return Array.from({ length: cells[5] ?? 0 }, () => cells.slice(0, 5));
    });
}

// Parameters and S-X2 of the R package mirt (Chalmers 2012) for the LSAT, section 7, as they are
// used to test the package psychometrics (Meyer 2014), with the parameters to three decimals.
const published = [
  { a: 0.988, b: -1.879, statistic: 4.7492191 },
  { a: 1.081, b: -0.748, statistic: 14.452898 },
  { a: 1.706, b: -1.058, statistic: 1.2703374 },
  { a: 0.765, b: -0.635, statistic: 5.237343 },
  { a: 0.736, b: -2.52, statistic: 0.9407036 },
];

describe('the fit of the five LSAT7 items', () => {
  const fits = itemFit({
    items: published.map(({ a, b }) => logisticItem(a, b)),
    population,
    scores: lsat7(),
    freeParameters: [2, 2, 2, 2, 2],
    rules,
  });

  it('has the published statistics with two degrees of freedom', () => {
    fits.forEach((fit, i) => {
      if (fit.code === 'not-enough-data') throw new Error('There are 1,000 persons.');
      expect(Math.abs(fit.figures.statistic - (published[i]?.statistic ?? 0))).toBeLessThan(0.01);
      expect([fit.figures.persons, fit.figures.degreesOfFreedom]).toEqual([1000, 2]);
      expect(fit.figures.p).toBeCloseTo(Math.exp(-fit.figures.statistic / 2), 12);
    });
  });

  it('says that the second does not fit, by a size that calls for a decision', () => {
    expect(fits.map(({ code }) => code)).toEqual(['fits', 'misfits', 'fits', 'fits', 'fits']);
    expect(fits[1]?.severity).toBe('act');
  });
});

describe('items that are as they are said to be', () => {
  it('right or wrong, are rejected as often as the significance says', () => {
    const items = spreadTest(15);
    const fits = Array.from({ length: 12 }, (_, run) =>
      itemFit({
        items,
        population,
        scores: simulatedScores({ items, population, persons: 500, seed: `fit ${run}` }),
        freeParameters: given(items),
        rules,
      }),
    ).flat();
    expect(Math.abs(share(fits, rejects(0.05)) - 0.05)).toBeLessThan(0.04);
    expect(share(fits, rejects(0.01))).toBeLessThan(0.035);
  });

  it('of several steps, too', () => {
    const items: ItemParameters[] = Array.from({ length: 8 }, (_, i) => ({
      discrimination: 0.7 + 0.1 * i,
      steps: [i / 4 - 1.8, i / 4 - 0.8, i / 4 - 0.3],
      difficultySd: 0,
    }));
    const fits = Array.from({ length: 12 }, (_, run) =>
      itemFit({
        items,
        population,
        scores: simulatedScores({ items, population, persons: 500, seed: `steps ${run}` }),
        freeParameters: given(items),
        rules,
      }),
    ).flat();
    expect(Math.abs(share(fits, rejects(0.05)) - 0.05)).toBeLessThan(0.06);
  });
});

describe('an item that is not as it is said to be', () => {
  const items = spreadTest(15);
  const truth = items.with(7, { ...logisticItem(1.2, 0), lower: 0.25 });

  it('because it can be guessed, is found most of the time among 1,000 persons', () => {
    const fits = Array.from({ length: 8 }, (_, run) =>
      itemFit({
        items,
        population,
        scores: simulatedScores({ items: truth, population, persons: 1000, seed: `c ${run}` }),
        freeParameters: given(items),
        rules,
      }),
    );
    const atSeven = fits.flatMap((fit) => fit.slice(7, 8));
    const others = fits.flatMap((fit) => fit.toSpliced(7, 1));
    expect(share(atSeven, ({ severity }) => severity === 'act')).toBeGreaterThan(0.8);
    expect(share(others, ({ code }) => code === 'misfits')).toBeLessThan(0.1);
  });
});

describe('item fit', () => {
  const items: ItemParameters[] = [
    ...spreadTest(5),
    { discrimination: 1, steps: [-1, 1], difficultySd: 0 },
  ];
  const scores = simulatedScores({ items, population, persons: 250, seed: 'order' });
  const request = { items, population, scores, freeParameters: [2, 2, 2, 2, 2, 3], rules };
  const figures = (fits: readonly ItemFit[]) =>
    fits.flatMap((fit) => (fit.code === 'not-enough-data' ? [] : [fit.figures.statistic]));

  it('does not depend on the order of persons, and follows that of items', () => {
    const plain = figures(itemFit(request));
    expect(plain).toHaveLength(6);
    expect(figures(itemFit({ ...request, scores: scores.toReversed() }))).toEqual(plain);
    const reversed = itemFit({
      ...request,
      items: items.toReversed(),
      scores: scores.map((row) => row.toReversed()),
      freeParameters: request.freeParameters.toReversed(),
    });
    figures(reversed.toReversed()).forEach((value, i) =>
      expect(value).toBeCloseTo(plain[i] ?? 0, 8),
    );
  });

  it('says that there is not enough data for few persons or too few degrees of freedom', () => {
    const few = itemFit({ ...request, scores: scores.slice(0, 199) });
    expect(few).toHaveLength(6);
    expect(few[0]).toEqual({
      check: 'item-fit',
      code: 'not-enough-data',
      severity: 'unknown',
      figures: { persons: 199 },
    });
    expect(itemFit({ ...request, freeParameters: [6, 6, 6, 6, 6, 12] })[0]?.code).toBe(
      'not-enough-data',
    );
  });

  it('is finite for items far too easy or hard and answers against all odds', () => {
    const extreme = [-8, -8, 8, 8, 0, 0].map((b) => logisticItem(2.5, b));
    const odd = Array.from({ length: 300 }, (_, i) => [0, i % 2, 1, 1, i % 3 ? 1 : 0, 0]);
    for (const fit of itemFit({ ...request, items: extreme, scores: odd })) {
      expect(Object.values(fit.figures).every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    { scores: [[0, 1]] },
    { scores: [[0, 1, 0, 1, 0, 3]] },
    { scores: [[0, 1, 0, 0.5, 0, 1]] },
    { freeParameters: [2] },
  ])('refuses what does not match the items: %o', (changes) => {
    expect(() => itemFit({ ...request, ...changes })).toThrow(MeasurementError);
  });
});
