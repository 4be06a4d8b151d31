import { expect, it } from 'vitest';
import { interquartileRange, median } from './quantiles.ts';

it('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});

it('the interquartile range of 1, 2, 3, 4, 10 is 2, however far the last one lies', () => {
  expect(interquartileRange([10, 1, 3, 2, 4])).toBe(2);
  expect(interquartileRange([1000, 1, 3, 2, 4])).toBe(2);
});
