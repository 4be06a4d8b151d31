import { describe, expect, it } from 'vitest';
import { MeasurementError } from './errors.ts';
import { createGrid, standardGrid } from './grid.ts';

describe('an ability grid', () => {
  it('includes both bounds, is evenly spaced and exactly symmetric', () => {
    const { points, step } = standardGrid;
    expect(points).toHaveLength(161);
    expect([points[0], points[80], points[160], step]).toEqual([-8, 0, 8, 0.1]);
    points.forEach((point, i) => expect(point + (points[160 - i] ?? Number.NaN)).toBe(0));
  });

  it.each([
    { min: 1, max: 1, count: 5 },
    { min: -1, max: 1, count: 1 },
    { min: -1, max: Number.POSITIVE_INFINITY, count: 5 },
  ])('refuses bounds that make no grid: %o', (bounds) => {
    expect(() => createGrid(bounds)).toThrow(MeasurementError);
  });
});
