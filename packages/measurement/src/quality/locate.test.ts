import { describe, expect, it } from 'vitest';
import { standardGrid } from '../core/grid.ts';
import { compileItem } from '../models/compiled-item.ts';
import { prior } from './fixtures/adaptive.ts';
import { locateItem } from './locate.ts';
import { qualitySitting } from './sitting.ts';

describe('where answers put an item', () => {
  const item = compileItem({ discrimination: 1.2, difficulty: 0, difficultySd: 0 }, standardGrid);
  const answersOf = (scores: readonly number[]) =>
    scores.map((score) => ({
      ...{ score, answeredAt: 0 },
      sitting: qualitySitting(prior, [{ item, score }], { attributes: {}, levels: null }),
    }));

  it('is where the release has it, where half of an average group solves it', () => {
    const found = locateItem(item, answersOf([0, 1, 0, 1]));
    expect(found?.shift).toBeCloseTo(0, 6);
    expect(found?.standardError).toBeGreaterThan(0.5);
  });

  it('is easier the more solve it, halves of a point counted', () => {
    const shifts = [0.25, 0.5, 0.75].map(
      (share) => locateItem(item, answersOf([share, share, 0, 1]))?.shift ?? Number.NaN,
    );
    expect(shifts).toEqual(shifts.toSorted((a, b) => b - a));
    expect(shifts[1]).toBeCloseTo(0, 6);
  });

  it('is nowhere, where all or none solve it, or nobody answered', () => {
    for (const scores of [[1, 1, 1], [0, 0], []]) {
      expect(locateItem(item, answersOf(scores))).toBeNull();
    }
  });
});
