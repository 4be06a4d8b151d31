import { describe, expect, it } from 'vitest';
import { placesOfDays } from './days.ts';
import { estimateOf } from './estimate.ts';
import { acrossDays, dateAt, marksOf } from './trend.ts';

const days = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'];
const places = placesOfDays(days);
const axis = { from: -1, to: 1 };
const [first, second, third, fourth] = days.map((day, index) => ({
  day,
  estimate: estimateOf(index / 10, 0.1),
}));
if (!first || !second || !third || !fourth) throw new Error('Four days were given.');

describe('marksOf', () => {
  it('puts more above less, and the interval around its point', () => {
    const marks = marksOf({ label: 'A', points: [first, second] }, axis, places);
    expect(marks[0]).toMatchObject({ x: acrossDays(0), y: 50, before: null });
    expect(marks[1]?.y).toBeLessThan(50);
    expect(marks[0]?.low).toBeCloseTo(50 + 9.8);
    expect(marks[0]?.high).toBeCloseTo(50 - 9.8);
  });

  it('joins neighbours, and nothing over what is hidden', () => {
    const hidden = { day: second.day, estimate: null };
    const marks = marksOf({ label: 'A', points: [first, hidden, third, fourth] }, axis, places);
    expect(marks.map(({ day }) => day)).toEqual([first.day, third.day, fourth.day]);
    expect(marks.map(({ before }) => before !== null)).toEqual([false, false, true]);
    expect(marks[2]?.before).toEqual({ x: marks[1]?.x, y: marks[1]?.y });
  });
});

describe('dateAt', () => {
  it('keeps dates within the axis', () => {
    expect([0, 50, 100].map(dateAt)).toEqual([
      { x: 0, anchor: 'start' },
      { x: 50, anchor: 'middle' },
      { x: 100, anchor: 'end' },
    ]);
  });
});
