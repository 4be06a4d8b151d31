import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWriter, placesOfDays, writtenDays } from './days.ts';

describe('placesOfDays', () => {
  it('stands by how many days lie between, whatever the clocks do', () => {
    const places = placesOfDays(['2026-03-01', '2026-03-11', '2026-04-10']);
    expect([...places.values()]).toEqual([0, 25, 100]);
  });

  it('puts a day that is alone in the middle', () => {
    expect(placesOfDays(['2026-03-01', '2026-03-01'])).toEqual(new Map([['2026-03-01', 50]]));
  });
});

describe('writtenDays', () => {
  it('are the first and the last, and one that has room between', () => {
    expect(
      writtenDays(
        new Map([
          ['a', 0],
          ['b', 20],
          ['c', 50],
          ['d', 90],
          ['e', 100],
        ]),
      ),
    ).toEqual(['a', 'c', 'e']);
  });

  it('is the one day there is, and none of none', () => {
    expect(writtenDays(new Map([['a', 50]]))).toEqual(['a']);
    expect(writtenDays(new Map())).toEqual([]);
  });

  it('never meet, and leave out neither end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 })), (between) => {
        const places = new Map([0, 100, ...between].map((place) => [String(place), place]));
        const written = writtenDays(places).map(Number);
        expect(written[0]).toBe(0);
        expect(written.at(-1)).toBe(100);
        for (const [index, place] of written.slice(1).entries()) {
          expect(place - (written[index] ?? 0)).toBeGreaterThanOrEqual(38);
        }
      }),
    );
  });
});

describe('dayWriter', () => {
  it('writes months, and days where they are close', () => {
    const far = dayWriter(['2025-09-03', '2026-06-12'], 'fr');
    expect(far('2026-06-12')).toBe('juin 2026');
    const close = dayWriter(['2026-05-30', '2026-06-12'], 'en');
    expect(close('2026-06-12')).toBe('12 Jun');
  });
});
