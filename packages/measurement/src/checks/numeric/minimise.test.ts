import { describe, expect, it } from 'vitest';
import { minimiseSquares, type SquaresAt } from './minimise.ts';

/** Rosenbrock's valley (1960): residuals 10(y - x²) and 1 - x, smallest at (1, 1). */
function valley([x, y]: readonly [number, number]): SquaresAt {
  const across = 10 * (y - x * x);
  const along = 1 - x;
  return {
    sum: across ** 2 + along ** 2,
    gradient: [-20 * x * across - along, 10 * across],
    curvature: [400 * x * x + 1, -200 * x, 100],
  };
}

describe('the smallest sum of squares', () => {
  it.each([
    [-1.2, 1],
    [30, -40],
    [1, 1],
  ] as const)('is found in a bent valley from (%d, %d)', (x, y) => {
    const [u, v] = minimiseSquares([x, y], valley);
    expect(u).toBeCloseTo(1, 10);
    expect(v).toBeCloseTo(1, 10);
  });

  it('is the start itself where nothing changes the sum, or where it has no value nearby', () => {
    const flat: SquaresAt = { sum: 1, gradient: [0, 0], curvature: [0, 0, 0] };
    expect(minimiseSquares([3, 4], () => flat)).toEqual([3, 4]);
    const cliff = ([x, y]: readonly [number, number]): SquaresAt =>
      x === 3
        ? { ...flat, gradient: [1, 1], curvature: [1, 0, 1] }
        : { ...valley([x, y]), sum: Number.NaN };
    expect(minimiseSquares([3, 4], cliff)).toEqual([3, 4]);
  });
});
