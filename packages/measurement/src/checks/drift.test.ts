import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { twoSidedNormal } from './numeric/tails.ts';
import { type Drift, DRIFT_RULES, itemDrift, type RecalibratedItem } from './drift.ts';
import { logisticItem, share, spreadTest } from './fixtures/simulated.ts';

const population = { mean: 0, sd: 1 };
const rules = DRIFT_RULES;

function figuresOf(drift: Drift | undefined) {
  if (drift === undefined || drift.code === 'not-enough-data') throw new Error('Enough data.');
  return drift.figures;
}

/** An item of slope 1 at 0 that moved by a shift and a ratio, with its errors both times. */
const moved = (
  shift: number,
  ratio = 1,
  errors = { location: 0.1, slope: 0.1 },
): RecalibratedItem => ({
  before: {
    parameters: logisticItem(1, 0),
    locationError: errors.location,
    discriminationError: errors.slope,
  },
  after: {
    parameters: logisticItem(ratio, shift),
    locationError: errors.location,
    discriminationError: errors.slope * ratio,
  },
});
const found = (items: readonly RecalibratedItem[]) => itemDrift(items, population, rules);

describe('five shifts worked by hand', () => {
  // Shifts -0.1, 0, 0.1, 0.2 and 0.8: median 0.1, quartiles 0 and 0.2, errors √(0.1² + 0.1²).
  const drifts = found([0, 0.8, 0.1, -0.1, 0.2].map((shift) => moved(shift)));

  it('are measured from their median, in errors and in interquartile ranges', () => {
    const { shift, z, p, robustZ } = figuresOf(drifts[1]);
    expect(shift).toBeCloseTo(0.7, 12);
    expect(z).toBeCloseTo(0.7 / Math.sqrt(0.02), 12);
    expect(p).toBeCloseTo(twoSidedNormal(0.7 / Math.sqrt(0.02)), 12);
    expect(robustZ).toBeCloseTo(0.7 / (0.74 * 0.2), 10);
  });

  it('are one item that became harder and four that stayed', () => {
    expect(drifts.map(({ code }) => code)).toEqual([
      'stable',
      'harder',
      'stable',
      'stable',
      'stable',
    ]);
    expect(drifts[1]?.severity).toBe('act');
  });
});

describe('the drift of an item', () => {
  const others = [-0.02, 0, 0, 0.02].map((shift) => moved(shift));
  const codeOf = (item: RecalibratedItem) => found([item, ...others])[0];

  it.each([
    { item: moved(-0.4), code: 'easier', severity: 'look' },
    { item: moved(0.29, 1, { location: 0.01, slope: 0.1 }), code: 'stable', severity: 'fine' },
    { item: moved(0.3, 1, { location: 0.12, slope: 0.1 }), code: 'stable', severity: 'fine' },
    { item: moved(0, 1.7), code: 'sharper', severity: 'look' },
    { item: moved(0, 0.6), code: 'blunter', severity: 'look' },
    { item: moved(0, 1.4, { location: 0.1, slope: 0.01 }), code: 'stable', severity: 'fine' },
    {
      item: moved(0.3, 1, { location: 0.2, slope: 0.1 }),
      code: 'not-enough-data',
      severity: 'unknown',
    },
    { item: moved(2, 1, { location: 0.2, slope: 0.1 }), code: 'harder', severity: 'act' },
  ])('is $code where it is sure and large enough', ({ item, code, severity }) => {
    expect(codeOf(item)).toMatchObject({ code, severity });
  });

  it('says how far apart the curves are, and nothing of slopes that were held fixed', () => {
    const fixed = codeOf(moved(1, 1, { location: 0.1, slope: 0 }));
    expect(figuresOf(fixed).discriminationP).toBeNull();
    // At 0 the shares are 1/2 and 1/(1 + e): 0.23 apart, and less far off.
    expect(figuresOf(fixed).distance).toBeGreaterThan(0.15);
    expect(figuresOf(fixed).distance).toBeLessThan(0.24);
  });

  it('has no robust z where the shifts do not vary', () => {
    const drifts = found([moved(1), ...[0, 0, 0, 0, 0].map((shift) => moved(shift))]);
    expect(figuresOf(drifts[0]).robustZ).toBeNull();
    expect(drifts[0]?.code).toBe('harder');
  });
});

describe('simulated calibrations with an error of 0.12 logits each', () => {
  const random = seededRandom('drift');
  const twice = (drifts: readonly number[]): RecalibratedItem[] =>
    spreadTest(drifts.length).map((item, i) => {
      const calibrated = (shift: number) => ({
        parameters: {
          ...item,
          difficulty: item.difficulty + shift + 0.12 * standardNormal(random),
          discrimination: item.discrimination * Math.exp(0.1 * standardNormal(random)),
        },
        locationError: 0.12,
        discriminationError: 0.1 * item.discrimination,
      });
      return { before: calibrated(0), after: calibrated(drifts[i] ?? 0) };
    });

  it('are seldom said to drift where nothing did, and at 1% before sizes are looked at', () => {
    const drifts = Array.from({ length: 60 }, () =>
      found(twice(Array.from({ length: 20 }, () => 0))),
    ).flat();
    expect(share(drifts, (drift) => figuresOf(drift).p < 0.01)).toBeLessThan(0.02);
    expect(share(drifts, ({ code }) => code === 'stable')).toBeGreaterThan(0.97);
  });

  it('are found to drift by 0.8 logits nearly always, though a fifth of the items do', () => {
    const shifts = Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? 0.8 : 0));
    const drifts = Array.from({ length: 30 }, () => found(twice(shifts)));
    const changed = drifts.flatMap((list) => list.filter((_, i) => i % 5 === 0));
    const kept = drifts.flatMap((list) => list.filter((_, i) => i % 5 !== 0));
    expect(share(changed, ({ code }) => code === 'harder')).toBeGreaterThan(0.9);
    expect(share(kept, ({ code }) => code === 'stable')).toBeGreaterThan(0.95);
  });
});

describe('drift', () => {
  const error = fc.double({ min: 0.01, max: 1, noNaN: true });
  const calibrated = fc.record({
    parameters: fc.record({
      discrimination: fc.double({ min: 0.2, max: 3, noNaN: true }),
      difficulty: fc.double({ min: -8, max: 8, noNaN: true }),
      difficultySd: fc.constant(0),
    }),
    locationError: error,
    discriminationError: error,
  });
  const pairs = fc.array(fc.record({ before: calibrated, after: calibrated }), {
    minLength: 5,
    maxLength: 12,
  });
  const opposite = { harder: 'easier', easier: 'harder', sharper: 'blunter', blunter: 'sharper' };

  it('is the opposite when time runs backwards, follows the order of items and is finite', () => {
    fc.assert(
      fc.property(pairs, (items) => {
        const plain = found(items);
        const back = found(items.map(({ before, after }) => ({ before: after, after: before })));
        const turned = found(items.toReversed()).toReversed();
        plain.forEach((drift, i) => {
          expect(turned[i]).toEqual(drift);
          const other = back[i];
          expect(other?.code).toBe(new Map(Object.entries(opposite)).get(drift.code) ?? drift.code);
          if (drift.code === 'not-enough-data') return;
          expect(figuresOf(other).shift).toBeCloseTo(-drift.figures.shift, 10);
          for (const value of Object.values(drift.figures)) {
            expect(value === null || Number.isFinite(value)).toBe(true);
          }
        });
      }),
    );
  });

  it('is not judged among four items, and is empty for none', () => {
    expect(found([0, 0, 0, 2].map((shift) => moved(shift)))[3]).toEqual({
      check: 'drift',
      code: 'not-enough-data',
      severity: 'unknown',
      figures: { items: 4 },
    });
    expect(found([])).toEqual([]);
  });

  it.each([0, -1, Number.NaN, Infinity])('refuses a standard error of %d', (location) => {
    expect(() => found([moved(0, 1, { location, slope: 0.1 })])).toThrow(MeasurementError);
  });
});
