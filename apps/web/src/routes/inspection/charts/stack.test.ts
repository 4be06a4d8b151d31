import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, upperEdge } from './stack.ts';

const sure = (share: number) => ({ share, standardError: 0 });
const levels = ['1', '2', '3', '4', '5'];

describe('segmentsOf', () => {
  it('lays the levels end to end', () => {
    const segments = segmentsOf([0.1, 0.2, 0.4, 0.25, 0.05].map(sure), levels);
    expect(segments.map(({ from }) => Math.round(from))).toEqual([0, 10, 30, 70, 95]);
    expect(segments.map(({ hasRoom }) => hasRoom)).toEqual([true, true, true, true, false]);
  });

  it('fills the bar, whatever estimates sum to, and leaves out what is under nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.05, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (shares) => {
          fc.pre(shares.some((share) => share > 0.01));
          const segments = segmentsOf(shares.map(sure), levels);
          const end = segments.at(-1);
          expect((end?.from ?? 0) + (end?.width ?? 0)).toBeCloseTo(100);
          for (const { width } of segments) expect(width).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('draws nothing of nothing', () => {
    expect(segmentsOf([0, 0].map(sure), ['1', '2']).map(({ width }) => width)).toEqual([0, 0]);
  });
});

describe('upperEdge', () => {
  it('is where the upper levels begin, counted from the end of the bar', () => {
    const edge = upperEdge({ share: 0.6, standardError: 0.05 });
    expect(edge.value).toBeCloseTo(40);
    expect(edge.low).toBeCloseTo(40 - 9.8);
    expect(edge.high).toBeCloseTo(40 + 9.8);
  });

  it('keeps within the bar', () => {
    expect(upperEdge({ share: 0.98, standardError: 0.05 }).low).toBe(0);
    expect(upperEdge({ share: 0.01, standardError: 0.05 }).high).toBe(100);
  });
});
