import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { curvesAt } from '../models/response-curves.ts';
import { anyItem, anyLink } from './fixtures/items.ts';
import { logisticItem, spreadTest } from './fixtures/simulated.ts';
import { LINKING_RULES, linkScales, type Linking, type LinkingMethod } from './linking.ts';
import { inverseLink, type ScaleLink, transformItem } from './scale-link.ts';

const standard = { mean: 0, sd: 1 };
const rules = LINKING_RULES;
const populations = { from: standard, to: standard };
const methods: LinkingMethod[] = ['mean-sigma', 'haebara', 'stocking-lord'];
const form = fc.array(anyItem, { minLength: 5, maxLength: 12 });

function figuresOf(linking: Linking) {
  if (linking.code === 'not-enough-data') throw new Error('There are enough items.');
  return linking.figures;
}

function expectLink({ slope, intercept }: ScaleLink, expected: ScaleLink, digits: number) {
  expect(slope).toBeCloseTo(expected.slope, digits);
  expect(intercept).toBeCloseTo(expected.intercept, digits);
}

describe('an item on another scale', () => {
  it('has the same probabilities for the same person', () => {
    fc.assert(
      fc.property(
        anyItem,
        anyLink,
        fc.double({ min: -8, max: 8, noNaN: true }),
        (item, link, at) => {
          const there = curvesAt(transformItem(item, link), link.slope * at + link.intercept);
          curvesAt(item, at).probabilities.forEach((p, score) =>
            expect(there.probabilities[score]).toBeCloseTo(p, 9),
          );
        },
      ),
    );
  });

  it('comes back by the inverse link, its uncertainty included', () => {
    const item = { discrimination: 1.2, difficulty: 0.7, difficultySd: 0.3, lower: 0.2 };
    const link = { slope: 1.25, intercept: -0.4 };
    expect(transformItem(item, link)).toEqual({
      discrimination: 0.96,
      difficulty: 0.475,
      difficultySd: 0.375,
      lower: 0.2,
    });
    const back = transformItem(transformItem(item, link), inverseLink(link));
    expect(back.difficulty).toBeCloseTo(0.7, 12);
    expect(back.difficultySd).toBeCloseTo(0.3, 12);
  });

  it.each([
    { slope: 0, intercept: 0 },
    { slope: 1, intercept: Number.NaN },
  ])('is not made by %o', (link) => {
    expect(() => transformItem(logisticItem(1, 0), link)).toThrow(MeasurementError);
  });
});

describe.each(methods)('linking by %s', (method) => {
  it('of a form to itself changes nothing', () => {
    fc.assert(
      fc.property(form, (items) => {
        const pairs = items.map((item) => ({ from: item, to: item }));
        const figures = figuresOf(linkScales({ items: pairs, method, populations, rules }));
        expectLink(figures, { slope: 1, intercept: 0 }, 9);
        expect(figures.distance).toBeLessThan(1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('recovers the line by which a form was transformed', () => {
    fc.assert(
      fc.property(form, anyLink, (items, link) => {
        const pairs = items.map((item) => ({ from: item, to: transformItem(item, link) }));
        const linking = linkScales({ items: pairs, method, populations, rules });
        expectLink(figuresOf(linking), link, 6);
        expect(linking).toMatchObject({ code: 'linked', severity: 'fine' });
      }),
      { numRuns: 20 },
    );
  });

  it('is, the other way, the inverse, and does not depend on the order of the items', () => {
    const random = seededRandom('noise');
    const items = spreadTest(12).map((from) => ({
      from,
      to: transformItem(
        {
          ...from,
          difficulty: from.difficulty + 0.15 * standardNormal(random),
          discrimination: from.discrimination * Math.exp(0.1 * standardNormal(random)),
        },
        { slope: 1.3, intercept: -0.5 },
      ),
    }));
    const there = figuresOf(linkScales({ items, method, populations, rules }));
    expect(Math.abs(there.slope - 1.3)).toBeLessThan(0.15);
    expect(Math.abs(there.intercept + 0.5)).toBeLessThan(0.15);
    const turned = items.map(({ from, to }) => ({ from: to, to: from }));
    expectLink(
      inverseLink(figuresOf(linkScales({ items: turned, method, populations, rules }))),
      there,
      5,
    );
    const reversed = linkScales({ items: items.toReversed(), method, populations, rules });
    expectLink(figuresOf(reversed), there, 6);
    expect(figuresOf(reversed).distances[0]).toBeCloseTo(there.distances[11] ?? 0, 6);
  });
});

describe('linking', () => {
  // Worked by hand: difficulties -1, 0, 1 and so on have mean 0 and variance 2; theirs 1 and 8.
  it('by mean and sigma gives the ratio of deviations and the difference of means', () => {
    const items = [-2, -1, 0, 1, 2].map((b) => ({
      from: logisticItem(1, b),
      to: logisticItem(0.5, 2 * b + 1),
    }));
    const linking = linkScales({ items, method: 'mean-sigma', populations, rules });
    expectLink(figuresOf(linking), { slope: 2, intercept: 1 }, 12);
  });

  it('takes the slope from discriminations where all items are equally difficult', () => {
    const items = [0.8, 1, 1.2, 1.4, 1.6].map((a) => ({
      from: logisticItem(a, 0.5),
      to: logisticItem(a / 2, 2),
    }));
    const linking = linkScales({ items, method: 'stocking-lord', populations, rules });
    expectLink(figuresOf(linking), { slope: 2, intercept: 1 }, 8);
  });

  it('by curves is drawn less far by one item that has drifted than by mean and sigma', () => {
    const items = spreadTest(10).map((from, i) => ({
      from,
      to: i === 9 ? { ...from, difficulty: from.difficulty + 3 } : from,
    }));
    const [byMoments, byCurves] = methods
      .slice(0, 2)
      .map((method) => figuresOf(linkScales({ items, method, populations, rules })));
    expect(Math.abs((byCurves?.slope ?? 9) - 1)).toBeLessThan(
      Math.abs((byMoments?.slope ?? 0) - 1) / 2,
    );
    expect(byCurves?.distances.indexOf(Math.max(...byCurves.distances))).toBe(9);
  });

  it('says how badly forms agree that share nothing but their names', () => {
    const items = spreadTest(10).map((from, i, all) => ({ from, to: all[9 - i] ?? from }));
    const linking = linkScales({ items, method: 'haebara', populations, rules });
    expect(linking).toMatchObject({ code: 'poor-agreement', severity: 'act' });
  });

  it('is finite for items at the far ends of the scale', () => {
    for (const method of methods) {
      const items = [-8, -8, 8, 8, 8].map((b, i) => ({
        from: logisticItem(2.5, b),
        to: logisticItem(0.2, i - 2),
      }));
      const { slope, intercept, distance } = figuresOf(
        linkScales({ items, method, populations, rules }),
      );
      expect(slope > 0 && [slope, intercept, distance].every(Number.isFinite)).toBe(true);
    }
  });

  it('is not done with four items', () => {
    const items = spreadTest(4).map((item) => ({ from: item, to: item }));
    expect(linkScales({ items, method: 'haebara', populations, rules })).toEqual({
      check: 'linking',
      code: 'not-enough-data',
      severity: 'unknown',
      figures: { items: 4 },
    });
  });

  it('is refused for an item of other points on the other scale', () => {
    const from = logisticItem(1, 0);
    const to = { discrimination: 1, steps: [0, 1], difficultySd: 0 };
    const request = { items: [{ from, to }], method: 'haebara', populations, rules } as const;
    expect(() => linkScales(request)).toThrow(MeasurementError);
  });
});
