import { expect, it } from 'vitest';
import { findRoot } from './root.ts';

it('a root is found between two signs, also of a curve that is flat on one side', () => {
  expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 11);
  expect(findRoot((x) => Math.exp(x) - 1e-4, -30, 5)).toBeCloseTo(Math.log(1e-4), 9);
  expect(findRoot((x) => 3 - x, 1, 3)).toBe(3);
});

it('where the signs do not differ, the nearer end is given', () => {
  expect(findRoot((x) => x + 5, 1, 2)).toBe(1);
  expect(findRoot((x) => x - 5, 1, 2)).toBe(2);
});
