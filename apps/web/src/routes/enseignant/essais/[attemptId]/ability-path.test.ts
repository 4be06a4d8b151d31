import { describe, expect, it } from 'vitest';
import { abilityPath, BAND } from './ability-path.ts';

const estimates = [
  { ability: 0, standardError: 1.5 },
  { ability: 0.8, standardError: 1 },
  { ability: 0.5, standardError: 0.6 },
];
const pairs = (points: string) => points.split(' ').map((pair) => pair.split(',').map(Number));

describe('the picture of the path of an estimate', () => {
  const path = abilityPath(estimates, [-1, 0, 1, 2, 7]);

  it('goes from left to right, and up where the ability does', () => {
    const [first, second, third] = path.dots;
    if (!first || !second || !third) throw new Error('A dot is missing.');
    expect([first.x, second.x, third.x]).toEqual([12, 320, 628]);
    expect(second.y).toBeLessThan(third.y);
    expect(third.y).toBeLessThan(first.y);
  });

  it('has a band that holds the line, as wide as the error asks', () => {
    const band = pairs(path.band);
    expect(band).toHaveLength(6);
    const unit = (240 - 24) / (0.8 + BAND + 1.5 * BAND);
    const widths = [0, 1, 2].map((i) => (band[5 - i]?.[1] ?? 0) - (band[i]?.[1] ?? 0));
    for (const [i, width] of widths.entries()) {
      expect(width).toBeCloseTo(2 * BAND * (estimates[i]?.standardError ?? 0) * unit, 0);
    }
  });

  it('names the levels that begin within it, the higher the nearer to the top', () => {
    expect(path.levels.map(({ level }) => level)).toEqual([2, 3, 4, 5]);
    const heights = path.levels.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });

  it('lies within its frame, whatever it shows', () => {
    for (const [x, y] of [...pairs(path.line), ...pairs(path.band)]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(path.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(path.height);
    }
    expect(abilityPath(estimates.slice(0, 1), []).dots).toEqual([{ x: 12, y: 120 }]);
  });
});
