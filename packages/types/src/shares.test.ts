import { describe, expect, it } from 'vitest';
import { shareOfCounts } from './shares.ts';

describe('a share of published counts', () => {
  it('is told as it is from 5 % to 95 %', () => {
    expect(shareOfCounts(20, 80)).toEqual({ is: 'about', share: 0.25 });
    expect(shareOfCounts(5, 100)).toEqual({ is: 'about', share: 0.05 });
    expect(shareOfCounts(95, 100)).toEqual({ is: 'about', share: 0.95 });
  });

  it('is clipped beyond, and then the same whatever it was', () => {
    expect(shareOfCounts(10, 250)).toEqual({ is: 'under', share: 0.05 });
    expect(shareOfCounts(10, 5_000)).toEqual(shareOfCounts(10, 250));
    expect(shareOfCounts(240, 250)).toEqual({ is: 'over', share: 0.95 });
    // Rounded by themselves, a part can pass its total.
    expect(shareOfCounts(255, 250)).toEqual(shareOfCounts(240, 250));
  });

  it('is none of nobody', () => {
    expect(shareOfCounts(0, 0)).toBeNull();
  });
});
