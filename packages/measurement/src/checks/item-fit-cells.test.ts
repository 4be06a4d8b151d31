import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapsedCells } from './item-fit-cells.ts';

describe('cells that expect too few', () => {
  it('are merged with the neighbour nearer to the middle, for right or wrong answers', () => {
    const groups = [
      { observed: [4, 1], expected: [4.5, 0.5] },
      { observed: [10, 5], expected: [11, 4] },
      { observed: [5, 9], expected: [6, 8] },
      { observed: [1, 6], expected: [0.4, 6.6] },
    ];
    expect(collapsedCells(groups)).toEqual([
      { observed: [14, 6], expected: [15.5, 4.5] },
      { observed: [6, 15], expected: [6.4, 14.6] },
    ]);
  });

  it('are merged with a neighbouring score first where there are several', () => {
    const groups = [{ observed: [3, 1, 0, 6], expected: [3, 0.8, 0.7, 5.5] }];
    expect(collapsedCells(groups)).toEqual([{ observed: [3, 1, 6], expected: [3, 1.5, 5.5] }]);
  });

  it('keep all persons, and leave none that expects less than one', () => {
    const count = fc.double({ min: 0, max: 20, noNaN: true });
    const group = fc.tuple(count, count, count).map((counts) => ({
      observed: counts,
      expected: counts,
    }));
    const total = (lists: readonly { expected: readonly number[] }[]) =>
      lists.flatMap(({ expected }) => expected).reduce((sum, n) => sum + n, 0);
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 9 }), (groups) => {
        const cells = collapsedCells(groups);
        expect(cells.every(({ expected }) => expected.every((n) => n >= 1))).toBe(true);
        if (cells.length > 0) expect(total(cells)).toBeCloseTo(total(groups), 9);
      }),
    );
  });
});
