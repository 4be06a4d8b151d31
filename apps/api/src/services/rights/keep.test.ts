import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKeptLongEnough, lastDayKept, monthsBefore } from './keep.ts';

describe('pupils of a school year', () => {
  it.each([
    ['2026-2027', 24, '2029-08-31'],
    ['2026-2027', 0, '2027-08-31'],
    ['2026-2027', 6, '2028-02-29'],
    ['2025-2026', 6, '2027-02-28'],
    ['2025-2026', 1, '2026-09-30'],
  ])('of %s are kept, with %i months, to the end of %s', (year, months, day) => {
    expect(lastDayKept(year, months)).toBe(day);
  });

  it('are kept as long as that day lasts anywhere in the country, and not a moment longer', () => {
    // In Polynesia, ten hours behind UTC, the last day of August ends ten hours into September.
    const over = new Date('2029-09-01T10:00:00Z');
    expect(isKeptLongEnough('2026-2027', 24, new Date(over.getTime() - 1))).toBe(false);
    expect(isKeptLongEnough('2026-2027', 24, over)).toBe(true);
  });

  it.each(['2026', '2026-2028', 'CM2', ''])('are kept where the year is none (%s)', (year) => {
    expect(lastDayKept(year, 24)).toBeNull();
    expect(isKeptLongEnough(year, 0, new Date('2100-01-01'))).toBe(false);
  });

  it('are never kept for less long where more months are set', () => {
    const months = fc.integer({ min: 0, max: 240 });
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), months, months, (from, a, b) => {
        const year = `${from}-${from + 1}`;
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect((lastDayKept(year, few) ?? '') <= (lastDayKept(year, many) ?? '')).toBe(true);
      }),
    );
  });
});

it('a year before an instant is that instant a year earlier; 29 February has the 28th', () => {
  const before = (text: string) => monthsBefore(new Date(text), 12).toISOString();
  expect(before('2026-11-24T10:00:00.000Z')).toBe('2025-11-24T10:00:00.000Z');
  expect(before('2028-02-29T10:00:00.000Z')).toBe('2027-02-28T10:00:00.000Z');
});
