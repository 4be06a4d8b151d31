import { expect, it } from 'vitest';
import { endOfSchoolDay } from './school-day.ts';

it.each([
  ['2026-11-24', '2026-11-24T23:00:00.000Z'],
  ['2026-07-01', '2026-07-01T22:00:00.000Z'],
  // Clocks go forward on 29 March 2026 and back on 25 October 2026.
  ['2026-03-28', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['2026-10-24', '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', '2026-10-25T23:00:00.000Z'],
])('ends %s at midnight in Paris', (day, instant) => {
  expect(endOfSchoolDay(day).toISOString()).toBe(instant);
});
