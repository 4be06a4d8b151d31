import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startPosterior, summarizePosterior, updateAll } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { type Random, seededRandom, standardNormal } from '../core/random.ts';
import { compileItem } from '../models/compiled-item.ts';
import { estimateGroup, sharesAtLeast, sharesOfGroup } from './group-estimate.ts';
import { addMeasure, addSums, type GroupSums, noSums } from './group-sums.ts';
import { answersAlone, type Measure } from './likelihood.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const measure = fc.record({ value: real(-6, 6), variance: real(0.01, 4) });
const group = fc.array(measure, { minLength: 2, maxLength: 30 });
const cuts = [-1.5, -0.5, 0.5, 1.5];

const sumsOf = (measures: readonly Measure[]): GroupSums => {
  const sums = noSums();
  for (const one of measures) addMeasure(sums, one);
  return sums;
};
const figuresOf = (sums: GroupSums) => Object.values(estimateGroup(sums) ?? {});
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('the figures of a group', () => {
  it('follow from the sums of its parts, in whatever order its pupils come', () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const together = sumsOf(a);
        addSums(together, sumsOf(b));
        const other = figuresOf(sumsOf([...b.toReversed(), ...a.toReversed()]));
        figuresOf(together).forEach((figure, i) => expect(figure).toBeCloseTo(other[i] ?? NaN, 6));
      }),
    );
  });

  it('are finite, the mean among the values, and measuring only a part of its error', () => {
    fc.assert(
      fc.property(group, (measures) => {
        const told = estimateGroup(sumsOf(measures));
        if (!told) throw new Error('Two pupils are a group.');
        expect(Object.values(told).every(Number.isFinite)).toBe(true);
        const values = measures.map(({ value }) => value);
        expect(told.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(told.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(told.measurementError).toBeLessThanOrEqual(told.standardError + 1e-12);
        const shares = sharesOfGroup(told, cuts);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares.every(({ standardError }) => standardError >= 0)).toBe(true);
        sharesAtLeast(told, cuts).forEach(({ share }, level) => {
          const above = shares.slice(level).reduce((sum, one) => sum + one.share, 0);
          expect(share).toBeCloseTo(above, 9);
        });
      }),
    );
  });

  it('are none of a single pupil, and no spread of pupils who are alike', () => {
    expect(estimateGroup(sumsOf([{ value: 1, variance: 0.2 }]))).toBeNull();
    const alike = Array.from({ length: 9 }, () => ({ value: 1, variance: 0.2 }));
    expect(estimateGroup(sumsOf(alike))).toMatchObject({ mean: 1, sd: 0, sdError: 0 });
  });

  it('shares are refused for cut points that do not increase', () => {
    const told = estimateGroup(sumsOf([0, 1].map((value) => ({ value, variance: 0.1 }))));
    expect(() => told && sharesOfGroup(told, [1, 0])).toThrow(/increase/);
  });
});

/** An item of usual slope, somewhere about the pupil: as a sitting chooses them. */
const itemNear = (random: Random, ability: number) => ({
  discrimination: 1.2,
  difficulty: ability + 0.8 * standardNormal(random),
});

/** One pupil's sitting of some items: the estimate, from a prior of mean 0. */
function sit(random: Random, ability: number, { items, priorSd }: Record<string, number>) {
  const answers = Array.from({ length: items ?? 0 }, () => {
    const { discrimination, difficulty } = itemNear(random, ability);
    const right = 1 / (1 + Math.exp(-discrimination * (ability - difficulty)));
    const item = compileItem({ discrimination, difficulty, difficultySd: 0 }, standardGrid);
    return { item, score: random.next() < right ? 1 : 0 };
  });
  const prior = { mean: 0, sd: priorSd ?? 1 };
  const told = summarizePosterior(updateAll(startPosterior(prior), answers));
  return { ...told, priorMean: prior.mean, priorSd: prior.sd };
}

describe('simulated groups, whose pupils are far from what was believed of them', () => {
  const random = seededRandom('groups');
  const truth = { mean: -1, sd: 0.7 };
  const groups = Array.from({ length: 150 }, () =>
    Array.from({ length: 40 }, () =>
      sit(random, truth.mean + truth.sd * standardNormal(random), { items: 12, priorSd: 1.2 }),
    ),
  );
  const told = groups.flatMap(
    (pupils) => estimateGroup(sumsOf(pupils.flatMap((one) => answersAlone(one) ?? []))) ?? [],
  );

  it('are placed without being pulled towards it, as the mean of estimates is', () => {
    const pulled = mean(groups.map((pupils) => mean(pupils.map(({ ability }) => ability))));
    expect(Math.abs(pulled - truth.mean)).toBeGreaterThan(0.15);
    expect(Math.abs(mean(told.map((one) => one.mean)) - truth.mean)).toBeLessThan(0.04);
  });

  it('are within two standard errors about 95 times of 100', () => {
    const within = told.filter(
      (one) => Math.abs(one.mean - truth.mean) <= 1.96 * one.standardError,
    );
    expect(within.length / told.length).toBeGreaterThan(0.9);
    expect(within.length / told.length).toBeLessThan(0.99);
  });

  it('have the spread of the abilities, not that of the estimates', () => {
    expect(Math.abs(mean(told.map(({ sd }) => sd)) - truth.sd)).toBeLessThan(0.06);
    const off = told.map(({ sd }) => (sd - truth.sd) ** 2);
    const stated = told.map(({ sdError }) => sdError ** 2);
    expect(Math.sqrt(mean(off) / mean(stated))).toBeGreaterThan(0.75);
    expect(Math.sqrt(mean(off) / mean(stated))).toBeLessThan(1.33);
  });

  it('have the shares of levels that their abilities have, and say how sure these are', () => {
    const shares = told.map((one) => sharesOfGroup(one, cuts));
    const exact = sharesOfGroup(
      { ...truth, standardError: 0, measurementError: 0, sdError: 0 },
      cuts,
    );
    exact.forEach(({ share }, level) => {
      const some = shares.flatMap((one) => one[level] ?? []);
      expect(Math.abs(mean(some.map((one) => one.share)) - share)).toBeLessThan(0.02);
      const off = Math.sqrt(mean(some.map((one) => (one.share - share) ** 2)));
      const stated = Math.sqrt(mean(some.map((one) => one.standardError ** 2)));
      expect(off / stated).toBeGreaterThan(0.6);
      expect(off / stated).toBeLessThan(1.6);
    });
  });
});

it('what answers say alone is what moved a normal belief from the prior to the posterior', () => {
  const prior = fc.record({ priorMean: real(-2, 2), priorSd: real(0.5, 2) });
  fc.assert(
    fc.property(prior, measure, ({ priorMean, priorSd }, said) => {
      const precision = 1 / priorSd ** 2 + 1 / said.variance;
      const ability = (priorMean / priorSd ** 2 + said.value / said.variance) / precision;
      const found = answersAlone({ ability, standardError: precision ** -0.5, priorMean, priorSd });
      expect(found?.value).toBeCloseTo(said.value, 6);
      expect(found?.variance).toBeCloseTo(said.variance, 6);
    }),
  );
  expect(answersAlone({ ability: 0, standardError: 1, priorMean: 0, priorSd: 1 })).toBeNull();
});
