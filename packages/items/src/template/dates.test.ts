import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  isoDay,
  longDate,
  monthNumber,
  parseIsoDay,
  shortDate,
  weekday,
} from './dates.ts';

const isoDate = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '26-04-01', 'demain', ''])(
    'is not %j',
    (text) => {
      expect(parseIsoDay(text)).toBeNull();
    },
  );

  it('is written in French, short and long', () => {
    expect(longDate({ year: 2026, month: 8, day: 14 })).toBe('14 août 2026');
    expect(longDate({ year: 2026, month: 3, day: 1 })).toBe('1er mars 2026');
    expect(shortDate({ year: 2026, month: 3, day: 4 })).toBe('04/03/2026');
    expect(weekday({ year: 2026, month: 3, day: 14 })).toBe('samedi');
  });

  it('is what it was once it is written and read again', () => {
    fc.assert(
      fc.property(isoDate, (text) => {
        const day = parseIsoDay(text);
        expect(day && isoDay(day)).toBe(text);
      }),
    );
  });

  it('moves by days and back, over months and leap years', () => {
    const day = parseIsoDay('2024-02-28');
    const moved = day && addDays(day, 2);
    expect(moved && isoDay(moved)).toBe('2024-03-01');
    fc.assert(
      fc.property(isoDate, fc.integer({ min: -400, max: 400 }), (text, days) => {
        const start = parseIsoDay(text);
        const there = start && addDays(start, days);
        if (there) expect(addDays(there, -days)).toEqual(start);
      }),
    );
  });

  it('knows a month by enough of its name', () => {
    expect(monthNumber('fevr')).toBe(2);
    expect(monthNumber('juil')).toBe(7);
    expect(monthNumber('jui')).toBeNull();
    expect(monthNumber('ma')).toBeNull();
  });
});
