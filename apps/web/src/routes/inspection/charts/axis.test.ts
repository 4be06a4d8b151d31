import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisAround, axisAroundZero, bandsOn, cutsOn, placeOn, ticksOn } from './axis.ts';

const cuts = [-2, -0.5, 1, 2.5];
const levels = ['1', '2', '3', '4', '5'];
const logit = fc.double({ min: -6, max: 6, noNaN: true });

describe('axisAround', () => {
  it('shows the figures and the cut points next to them, and no further level', () => {
    const axis = axisAround([-0.2, 0.4], cuts);
    expect(axis.from).toBeCloseTo(-0.5 - 0.06 * 1.5);
    expect(axis.to).toBeCloseTo(1 + 0.06 * 1.5);
  });

  it('goes on to figures beyond the last cut point', () => {
    const axis = axisAround([2, 4], cuts);
    expect(axis.from).toBeLessThan(1);
    expect(axis.to).toBeGreaterThan(4);
    expect(axis.to).toBeLessThan(4.5);
  });

  it('runs over the cut points where there is no figure, and over a logit where there are none', () => {
    expect(cutsOn(axisAround([], cuts), cuts)).toHaveLength(4);
    const axis = axisAround([], []);
    expect(axis.to - axis.from).toBeGreaterThanOrEqual(1);
  });

  it('holds every figure, with room at both ends', () => {
    fc.assert(
      fc.property(fc.array(logit, { minLength: 1 }), (figures) => {
        const axis = axisAround(figures, cuts);
        for (const figure of figures) {
          expect(placeOn(axis, figure)).toBeGreaterThan(1);
          expect(placeOn(axis, figure)).toBeLessThan(99);
        }
      }),
    );
  });
});

describe('axisAroundZero', () => {
  it('has zero in its middle', () => {
    fc.assert(
      fc.property(fc.array(logit), (figures) => {
        expect(placeOn(axisAroundZero(figures), 0)).toBeCloseTo(50);
      }),
    );
  });
});

describe('bandsOn', () => {
  it('parts the whole axis into its levels, in order', () => {
    fc.assert(
      fc.property(fc.array(logit, { minLength: 1 }), (figures) => {
        const bands = bandsOn(axisAround(figures, cuts), cuts, levels);
        expect(bands[0]?.from).toBe(0);
        expect(bands.at(-1)?.to).toBe(100);
        for (const [index, band] of bands.entries()) {
          expect(band.to).toBeGreaterThan(band.from);
          expect(bands[index + 1]?.from ?? 100).toBe(band.to);
        }
      }),
    );
  });

  it('gives a figure to the level that it is in', () => {
    const axis = axisAround([-1, 1.2], cuts);
    const levelAt = (figure: number) =>
      bandsOn(axis, cuts, levels).find(({ to }) => placeOn(axis, figure) < to)?.label;
    expect(levelAt(-1)).toBe('2');
    expect(levelAt(0)).toBe('3');
    expect(levelAt(1.2)).toBe('4');
  });

  it('knows one level where there is no cut point', () => {
    expect(bandsOn({ from: -1, to: 1 }, [], ['1'])).toEqual([{ label: '1', from: 0, to: 100 }]);
  });
});

describe('placeOn', () => {
  it('keeps what is beyond the axis at its end', () => {
    expect(placeOn({ from: 0, to: 4 }, 1)).toBe(25);
    expect(placeOn({ from: 0, to: 4 }, -3)).toBe(0);
    expect(placeOn({ from: 0, to: 4 }, 9)).toBe(100);
  });
});

describe('ticksOn', () => {
  it('are few and round', () => {
    expect(ticksOn({ from: -1.1, to: 1.1 })).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(ticksOn({ from: -0.45, to: 0.45 }).map((tick) => Number(tick.toFixed(6)))).toEqual([
      -0.4, -0.2, 0, 0.2, 0.4,
    ]);
  });

  it('are on the axis, at most six, and zero is one of them', () => {
    fc.assert(
      fc.property(fc.array(logit), (figures) => {
        const axis = axisAroundZero(figures);
        const ticks = ticksOn(axis);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.some((tick) => tick === 0)).toBe(true);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(axis.from);
          expect(tick).toBeLessThanOrEqual(axis.to);
        }
      }),
    );
  });
});
