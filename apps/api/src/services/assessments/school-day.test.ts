import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolTimeZones, timeZoneOf } from '../time-zones.ts';
import { endOfDayEverywhere, endOfSchoolDay } from './school-day.ts';

describe('the end of a school day', () => {
  it.each([
    ['69', '2026-11-24', '2026-11-24T23:00:00.000Z'],
    ['69', '2026-07-01', '2026-07-01T22:00:00.000Z'],
    // In Europe, clocks go forward on 29 March 2026 and back on 25 October 2026.
    ['2A', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['2A', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['75', '2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['75', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['971', '2026-11-24', '2026-11-25T04:00:00.000Z'],
    ['972', '2026-11-24', '2026-11-25T04:00:00.000Z'],
    ['973', '2026-11-24', '2026-11-25T03:00:00.000Z'],
    ['974', '2026-11-24', '2026-11-24T20:00:00.000Z'],
    ['976', '2026-11-24', '2026-11-24T21:00:00.000Z'],
    ['977', '2026-11-24', '2026-11-25T04:00:00.000Z'],
    ['978', '2026-11-24', '2026-11-25T04:00:00.000Z'],
    ['986', '2026-11-24', '2026-11-24T12:00:00.000Z'],
    ['987', '2026-11-24', '2026-11-25T10:00:00.000Z'],
    ['988', '2026-11-24', '2026-11-24T13:00:00.000Z'],
    // Saint-Pierre-et-Miquelon: forward on 8 March 2026 and back on 1 November 2026.
    ['975', '2026-03-07', '2026-03-08T03:00:00.000Z'],
    ['975', '2026-03-08', '2026-03-09T02:00:00.000Z'],
    ['975', '2026-10-31', '2026-11-01T02:00:00.000Z'],
    ['975', '2026-11-01', '2026-11-02T03:00:00.000Z'],
  ])('is midnight by the clocks of département %s: %s ends at %s', (department, day, instant) => {
    expect(endOfSchoolDay(day, timeZoneOf(department)).toISOString()).toBe(instant);
  });

  it('is the first instant of the next day by those clocks, whatever the day and the place', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => {
      const at = Date.UTC(2000, 0, 1) + n * 86_400_000;
      return new Date(at).toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...schoolTimeZones), (day, timeZone) => {
        const dayAt = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
        const end = endOfSchoolDay(day, timeZone).getTime();
        expect(dayAt(end - 1)).toBe(day);
        expect(dayAt(end) > day).toBe(true);
      }),
    );
  });

  it('has come everywhere once Tahiti sleeps', () => {
    expect(endOfDayEverywhere('2026-08-31').toISOString()).toBe('2026-09-01T10:00:00.000Z');
  });
});
