import { type Axis, placeOn } from './axis.ts';
import type { Estimate } from './estimate.ts';

/** What one place showed over time: days such as `2026-12-03`, ascending; `null` where hidden. */
export interface Series {
  label: string;
  points: { day: string; estimate: Estimate | null }[];
}

/** A point of a series, in percent of the axes, from the left and from the top. */
export interface Mark {
  day: string;
  x: number;
  y: number;
  low: number;
  high: number;
  /** The point that a line joins to it. Nothing is joined over what is hidden. */
  before: { x: number; y: number } | null;
}

/** Free at each end of the days, in percent: half a mark, and room between its neighbours. */
const MARGIN = 4;

/** Where a day is drawn, from where it stands between the first and the last. */
export const acrossDays = (place: number): number => MARGIN + (place * (100 - 2 * MARGIN)) / 100;

/** Where a date is written, from where its day stands: at an end of the axis it keeps within it. */
export function dateAt(place: number): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (place === 0) return { x: 0, anchor: 'start' };
  return place === 100 ? { x: 100, anchor: 'end' } : { x: acrossDays(place), anchor: 'middle' };
}

/** The points of a series that are shown. */
export function marksOf(series: Series, axis: Axis, places: ReadonlyMap<string, number>): Mark[] {
  const x = (day: string) => acrossDays(places.get(day) ?? 50);
  const y = (figure: number) => 100 - placeOn(axis, figure);
  return series.points.flatMap(({ day, estimate }, index) => {
    if (estimate === null) return [];
    const last = series.points[index - 1];
    return [
      {
        day,
        x: x(day),
        y: y(estimate.value),
        low: y(estimate.low),
        high: y(estimate.high),
        before: last?.estimate ? { x: x(last.day), y: y(last.estimate.value) } : null,
      },
    ];
  });
}
