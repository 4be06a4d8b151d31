import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { DIF_MINIMUM, matchingScores } from './dif-answers.ts';
import { mantelHaenszel } from './dif-mantel-haenszel.ts';
import { logisticItem, share, spreadTest } from './fixtures/simulated.ts';
import { answersOf, swapped, twoGroups } from './fixtures/two-groups.ts';

const any = { smallerGroup: 1, total: 2 };

function figuresOf(found: ReturnType<typeof mantelHaenszel>) {
  if (found.code === 'not-enough-data') throw new Error('There is enough data.');
  return found.figures;
}

describe('admissions to Berkeley by sex within six departments (Bickel, Hammel & O’Connell 1975)', () => {
  const found = mantelHaenszel(
    answersOf([
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ]),
    DIF_MINIMUM,
  );

  it('have the odds ratio and chi-square that R prints for them', () => {
    // mantelhaen.test(UCBAdmissions): 1.4269, p 0.2323, 0.9046968 in [0.7719074, 1.0603298].
    const { statistic, p, logOddsRatio, standardError, delta } = figuresOf(found);
    expect(statistic).toBeCloseTo(1.4269, 4);
    expect(p).toBeCloseTo(0.2323, 4);
    expect(Math.exp(logOddsRatio)).toBeCloseTo(0.9046968, 7);
    const reach = 1.959963984540054 * standardError;
    expect(Math.exp(logOddsRatio - reach)).toBeCloseTo(0.7719074, 6);
    expect(Math.exp(logOddsRatio + reach)).toBeCloseTo(1.0603298, 6);
    expect(delta).toBeCloseTo(-2.35 * Math.log(0.9046968), 6);
  });

  it('show no more than a negligible difference', () => {
    expect(found).toMatchObject({ code: 'negligible', severity: 'fine' });
    expect(figuresOf(found)).toMatchObject({ difClass: 'A', favours: 'neither' });
  });
});

describe('two strata worked by hand', () => {
  // Stratum 1: R 30/10, F 20/20 of 80; stratum 2: R 36/4, F 30/10 of 80.
  // alpha = (600/80 + 360/80) / (200/80 + 120/80) = 3; E(A) = 25 + 33;
  // variance = 40·40·(50·30 + 66·14)/(80²·79).
  const figures = figuresOf(
    mantelHaenszel(
      answersOf([
        [30, 10, 20, 20],
        [36, 4, 30, 10],
      ]),
      any,
    ),
  );

  it('give the common odds ratio 3 and its chi-square', () => {
    expect(figures.logOddsRatio).toBeCloseTo(Math.log(3), 12);
    const variance = (1600 * (1500 + 924)) / (6400 * 79);
    expect(figures.statistic).toBeCloseTo((66 - 58 - 0.5) ** 2 / variance, 12);
  });

  it('are in class C only where the difference is surely beyond 1', () => {
    expect(figures.delta).toBeCloseTo(-2.582, 3);
    const surelyBeyond = (2.35 * Math.log(3) - 1) / (2.35 * figures.standardError) > 1.6449;
    expect(figures.difClass).toBe(surelyBeyond ? 'C' : 'B');
    const tenfold = figuresOf(
      mantelHaenszel(
        answersOf([
          [300, 100, 200, 200],
          [360, 40, 300, 100],
        ]),
        any,
      ),
    );
    expect(tenfold).toMatchObject({ difClass: 'C', favours: 'reference' });
  });
});

describe('simulated groups that differ by half a logit in ability', () => {
  const items = spreadTest(20);
  const runs = (focalItem: (typeof items)[number], personsEach: number, count: number) =>
    Array.from({ length: count }, (_, run) =>
      mantelHaenszel(
        twoGroups({ items, item: 10, focalItem, personsEach, seed: `mh ${run}` }),
        DIF_MINIMUM,
      ),
    );
  const same = items[10] ?? logisticItem(1, 0);

  it('are seldom said to differ on an item that is the same for both', () => {
    const found = runs(same, 300, 100);
    expect(share(found, (f) => figuresOf(f).p < 0.05)).toBeLessThan(0.08);
    expect(share(found, (f) => f.code === 'large')).toBeLessThan(0.01);
  });

  it('are mostly put in class C on an item one logit harder for one of them', () => {
    const found = runs({ ...same, difficulty: same.difficulty + 1 }, 500, 40);
    expect(share(found, (f) => f.code === 'large')).toBeGreaterThan(0.8);
    expect(share(found, (f) => figuresOf(f).favours === 'reference')).toBeGreaterThan(0.97);
  });
});

describe('the comparison of two groups', () => {
  const count = fc.nat({ max: 60 });
  const tables = fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 6 });

  it('flips its sign when the groups change names, and ignores the order of persons', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const answers = answersOf(counts);
        const plain = mantelHaenszel(answers, any);
        const turned = mantelHaenszel(swapped(answers), any);
        expect(mantelHaenszel(answers.toReversed(), any)).toEqual(plain);
        expect(turned.code).toBe(plain.code);
        if (plain.code === 'not-enough-data') return;
        const [a, b] = [figuresOf(plain), figuresOf(turned)];
        expect(b.logOddsRatio).toBeCloseTo(-a.logOddsRatio, 10);
        expect(b.standardError).toBeCloseTo(a.standardError, 10);
        expect(b.statistic).toBeCloseTo(a.statistic, 8);
        for (const value of [a.statistic, a.p, a.delta, a.standardError]) {
          expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });

  it('names no class for small groups, nor where all in a stratum answer alike', () => {
    const large = answersOf([[300, 100, 100, 99]]);
    expect(mantelHaenszel(large, DIF_MINIMUM)).toEqual({
      check: 'dif-mantel-haenszel',
      code: 'not-enough-data',
      severity: 'unknown',
      figures: { reference: 400, focal: 199 },
    });
    const alike = answersOf([
      [300, 0, 300, 0],
      [0, 300, 0, 300],
    ]);
    expect(mantelHaenszel(alike, DIF_MINIMUM).code).toBe('not-enough-data');
  });

  it('refuses a score between 0 and 1', () => {
    const answers = [{ group: 'focal', score: 0.5, matching: 1 } as const];
    expect(() => mantelHaenszel(answers, any)).toThrow(MeasurementError);
  });
});

it('persons are matched on all items or on the others, and every person has the item', () => {
  const scores = [
    [1, 0, 1],
    [1, 1, 1],
  ];
  expect(matchingScores(scores, 0, 'total')).toEqual([2, 3]);
  expect(matchingScores(scores, 0, 'rest')).toEqual([1, 2]);
  expect(() => matchingScores(scores, 3, 'rest')).toThrow(MeasurementError);
});
