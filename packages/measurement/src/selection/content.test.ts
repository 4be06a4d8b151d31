import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { contentPriority, evenPriority } from './content.ts';

const of = (descriptor: string, level?: number) => ({ descriptor, level });

describe('the priority of content', () => {
  const plan = {
    descriptors: new Map([
      ['a', { count: 4 }],
      ['b', { share: 0.5 }],
      ['none', { count: 0 }],
    ]),
    levels: new Map([[3, { count: 2 }]]),
  };
  const after = (...given: ReturnType<typeof of>[]) => contentPriority(plan, given, 12);

  it('is the share of the quota that is still open', () => {
    expect(after()(of('a'))).toBe(1);
    expect(after(of('a'))(of('a'))).toBe(0.75);
    expect(after(of('b'), of('b'), of('a'))(of('b'))).toBeCloseTo(4 / 6, 12);
    expect(after()(of('none'))).toBe(0);
  });

  it('multiplies descriptor and level', () => {
    expect(after(of('a', 3))(of('a', 3))).toBe(0.375);
    expect(after(of('a', 3))(of('a', 2))).toBe(0.75);
    expect(after(of('x', 3), of('x', 3))(of('a', 3))).toBe(0);
  });

  it('is 1 for what is not planned', () => {
    expect(after(of('free'), of('free'))(of('free'))).toBe(1);
  });

  it('falls with each item of it, never below 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9, noNaN: true }), (count) => {
        const wanted = { descriptors: new Map([['a', { count }]]) };
        const values = [0, 1, 2, 5, 12].map((n) =>
          contentPriority(wanted, Array<ReturnType<typeof of>>(n).fill(of('a')), 12)(of('a')),
        );
        expect(values).toEqual(values.toSorted((x, y) => y - x));
        expect(values.at(-1)).toBe(0);
      }),
    );
  });

  it.each([{ count: -1 }, { share: Number.NaN }])('is refused for %o', (wanted) => {
    const bad = { descriptors: new Map([['a', wanted]]) };
    expect(() => contentPriority(bad, [], 12)).toThrow(MeasurementError);
  });
});

describe('where nothing is planned', () => {
  const six = new Set(['a', 'b', 'c', 'd', 'e', 'f']);

  it('a descriptor met is worth what twice its equal share leaves open', () => {
    const priority = evenPriority(six, [of('a'), of('a')], 12);
    expect(priority).toEqual({ met: new Set(['a']), ofMet: 0.75 });
  });

  it('a descriptor of which no item is left counts among those to cover', () => {
    const others = new Set(['b', 'c', 'd', 'e', 'f']);
    expect(evenPriority(others, [of('a')], 12).ofMet).toBe(0.75);
  });

  it('where there are twice as many descriptors as places, one that was met comes last', () => {
    expect(evenPriority(six, [of('a')], 3).ofMet).toBe(0);
  });
});
