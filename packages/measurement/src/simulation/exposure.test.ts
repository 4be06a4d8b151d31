import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exposureFigures } from './exposure.ts';

const sittings = fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), {
  minLength: 2,
  maxLength: 12,
});
const countsOf = (tests: readonly number[][]) =>
  Array.from({ length: 7 }, (_, item) => tests.filter((test) => test.includes(item)).length);

it('overlap is what comparing all pairs of pupils finds', () => {
  fc.assert(
    fc.property(sittings, (tests) => {
      const pairs = tests.flatMap((a, i) =>
        tests.slice(i + 1).map((b) => a.filter((item) => b.includes(item)).length),
      );
      const common = pairs.reduce((sum, n) => sum + n, 0) / pairs.length;
      const length = tests.reduce((sum, { length: n }) => sum + n, 0) / tests.length;
      const { meanOverlap } = exposureFigures(countsOf(tests), tests.length);
      expect(meanOverlap).toBeCloseTo(common / length, 12);
    }),
  );
});

it('exposure counts the most given item, and those that nobody gets', () => {
  expect(exposureFigures([4, 2, 0, 0], 4)).toEqual({
    maxExposure: 1,
    meanExposure: 0.375,
    neverGiven: 0.5,
    meanOverlap: (4 * 3 + 2) / (3 * 6),
  });
});

it('one pupil alone has nothing in common with another', () => {
  expect(exposureFigures([1, 0], 1).meanOverlap).toBeNull();
});
