import { decimal } from '../../template/decimals.ts';
import type { Slider } from './instantiate.ts';

/** The most places that a line of numbers may have. */
export const MOST_PLACES = 1000;

/** The places that can be reached on a line, from its low end. */
export function placesOn({ line }: Slider): number[] {
  if ('marks' in line) return line.marks.map(({ at }) => at);
  const { min, max, step } = line.range;
  const steps = step > 0 ? Math.floor(decimal.divide(decimal.subtract(max, min), step)) : 0;
  return Array.from({ length: Math.min(Math.max(steps, 0), MOST_PLACES) + 1 }, (_, rank) =>
    decimal.add(min, decimal.multiply(rank, step)),
  );
}

/** How far a place is from the right one. */
export const distance = (slider: Slider, place: number): number =>
  Math.abs(decimal.subtract(place, slider.value));

/** The place nearest to the right one. */
export const nearestPlace = (slider: Slider): number =>
  placesOn(slider).reduce((best, place) =>
    distance(slider, place) < distance(slider, best) ? place : best,
  );
