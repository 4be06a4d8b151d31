import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIF_MINIMUM } from './dif-answers.ts';
import { logisticDif } from './dif-logistic.ts';
import { logisticItem, share, spreadTest } from './fixtures/simulated.ts';
import { answersOf, swapped, twoGroups } from './fixtures/two-groups.ts';

const any = { smallerGroup: 1, total: 2 };

function figuresOf(found: ReturnType<typeof logisticDif>) {
  if (found.code === 'not-enough-data') throw new Error('There is enough data.');
  return found.figures;
}

describe('two strata worked by hand', () => {
  // With two strata the full model has a parameter for each of the four shares, so its likelihood
  // is that of the shares themselves.
  const answers = answersOf([
    [30, 10, 10, 30],
    [30, 10, 30, 10],
  ]);
  const figures = figuresOf(logisticDif(answers, any));
  const bernoulli = (right: number, wrong: number) =>
    right * Math.log(right / (right + wrong)) + wrong * Math.log(wrong / (right + wrong));
  const nothing = bernoulli(100, 60);
  const matched = bernoulli(40, 40) + bernoulli(60, 20);
  const full = 3 * bernoulli(30, 10) + bernoulli(10, 30);

  it('have the likelihood ratio and the R² that the shares give', () => {
    expect(figures.both.statistic).toBeCloseTo(2 * (full - matched), 8);
    const nagelkerke = (logLikelihood: number) =>
      (1 - Math.exp((2 / 160) * (nothing - logLikelihood))) / (1 - Math.exp((2 / 160) * nothing));
    expect(figures.both.addedR2).toBeCloseTo(nagelkerke(full) - nagelkerke(matched), 8);
    expect(figures.uniform.statistic + figures.nonUniform.statistic).toBeCloseTo(
      figures.both.statistic,
      8,
    );
    expect(figures.uniform.addedR2 + figures.nonUniform.addedR2).toBeCloseTo(
      figures.both.addedR2,
      8,
    );
  });

  it('are a large difference that is not the same everywhere', () => {
    expect(figures).toMatchObject({ difClass: 'C', kind: 'non-uniform', favours: 'neither' });
  });
});

describe('simulated groups that differ by half a logit in ability', () => {
  const items = spreadTest(20);
  const same = items[10] ?? logisticItem(1, 0);
  const runs = (focalItem: typeof same, personsEach: number, count: number) =>
    Array.from({ length: count }, (_, run) =>
      logisticDif(
        twoGroups({ items, item: 10, focalItem, personsEach, seed: `lr ${run}` }),
        DIF_MINIMUM,
      ),
    );

  it('are seldom said to differ on an item that is the same for both', () => {
    const found = runs(same, 300, 80);
    expect(share(found, (f) => figuresOf(f).both.p < 0.05)).toBeLessThan(0.1);
    expect(share(found, (f) => f.code !== 'negligible')).toBe(0);
  });

  it('are found to differ the same everywhere on an item that is harder for one of them', () => {
    const found = runs({ ...same, difficulty: same.difficulty + 1.2 }, 500, 30);
    expect(share(found, (f) => f.code !== 'negligible')).toBeGreaterThan(0.8);
    expect(share(found, (f) => figuresOf(f).uniform.p < 0.01)).toBeGreaterThan(0.97);
    expect(found.every((f) => figuresOf(f).favours !== 'focal')).toBe(true);
  });

  it('are found to differ in slope on an item that tells little in one of them', () => {
    const found = runs({ ...same, discrimination: 0.2 }, 500, 30);
    expect(share(found, (f) => figuresOf(f).nonUniform.p < 0.01)).toBeGreaterThan(0.9);
    expect(share(found, (f) => figuresOf(f).kind === 'non-uniform')).toBeGreaterThan(0.5);
  });
});

describe('the logistic comparison of two groups', () => {
  const count = fc.nat({ max: 40 });
  const tables = fc.array(fc.tuple(count, count, count, count), { minLength: 1, maxLength: 6 });

  it('flips its sign when the groups change names, keeps its sizes, and is always finite', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const answers = answersOf(counts);
        const plain = logisticDif(answers, any);
        const turned = logisticDif(swapped(answers), any);
        expect(logisticDif(answers.toReversed(), any)).toEqual(plain);
        expect(turned.code).toBe(plain.code);
        if (plain.code === 'not-enough-data') return;
        const [a, b] = [figuresOf(plain), figuresOf(turned)];
        if (Math.abs(a.logOddsRatio) < 8) expect(b.logOddsRatio).toBeCloseTo(-a.logOddsRatio, 5);
        expect(b.both.statistic).toBeCloseTo(a.both.statistic, 5);
        for (const { statistic, p, addedR2 } of [a.uniform, a.nonUniform, a.both]) {
          expect([statistic, p, addedR2].every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it.each([
    { what: 'small groups', tables: [[300, 100, 100, 99]] as const },
    { what: 'one matching score', tables: [[300, 100, 200, 200]] as const },
    {
      what: 'all answers right',
      tables: [
        [300, 0, 200, 0],
        [300, 0, 200, 0],
      ] as const,
    },
  ])('names no class for $what', ({ tables: counts }) => {
    const found = logisticDif(answersOf(counts), DIF_MINIMUM);
    expect(found).toMatchObject({ code: 'not-enough-data', severity: 'unknown' });
    expect(Object.keys(found.figures)).toEqual(['reference', 'focal']);
  });
});
