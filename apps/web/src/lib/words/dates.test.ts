import { describe, expect, it } from 'vitest';
import { calendarDay, dayOf, lastDayBefore, momentOf, timeOf } from './dates.ts';

const paris = 'Europe/Paris';

describe('days, as schools count them', () => {
  it('names the last day on which one may still answer, in winter and in summer', () => {
    expect(lastDayBefore('2026-12-03T23:00:00Z', 'fr', paris)).toBe('jeudi 3 décembre');
    expect(lastDayBefore('2026-06-12T22:00:00Z', 'fr', paris)).toBe('vendredi 12 juin');
    expect(lastDayBefore('2026-12-03T23:00:00Z', 'en', paris)).toBe('Thursday 3 December');
  });

  it('dates what happened late in the evening by the schools’ clock', () => {
    expect(dayOf('2026-12-03T23:30:00Z', 'fr', paris)).toBe('4 décembre 2026');
  });

  it('tells the time by the schools’ clock', () => {
    expect(timeOf('2026-12-03T09:32:00Z', 'fr', paris)).toBe('10:32');
    expect(timeOf('2026-12-03T09:32:00Z', 'fr', 'Indian/Reunion')).toBe('13:32');
    expect(momentOf('2026-06-12T08:05:00Z', 'fr', paris)).toBe('12 juin 2026 à 10:05');
  });

  it('writes the calendar day of a date field', () => {
    expect(calendarDay(new Date('2026-12-03T22:59:00Z'), paris)).toBe('2026-12-03');
    expect(calendarDay(new Date('2026-12-03T23:00:00Z'), paris)).toBe('2026-12-04');
  });

  it('are those of the school, wherever it is', () => {
    expect(lastDayBefore('2026-12-03T20:00:00Z', 'fr', 'Indian/Reunion')).toBe('jeudi 3 décembre');
    expect(lastDayBefore('2026-12-04T10:00:00Z', 'fr', 'Pacific/Tahiti')).toBe('jeudi 3 décembre');
    expect(calendarDay(new Date('2026-12-03T23:00:00Z'), 'America/Cayenne')).toBe('2026-12-03');
  });
});
