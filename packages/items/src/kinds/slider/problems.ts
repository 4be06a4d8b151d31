import type { Slider } from './instantiate.ts';
import { distance, MOST_PLACES, placesOn } from './places.ts';

const LEAST_PLACES = 5;
/** Who guesses must not fall on what is right, or near, too often. */
const MOST_RIGHT = 0.34;
const MOST_NEAR = 0.67;

/** What is wrong with a drawn line that its schema cannot tell. */
export function problems(slider: Slider): string[] {
  const { line, value, tolerance, near } = slider;
  const places = placesOn(slider);
  const shareWithin = (most: number) =>
    places.filter((place) => distance(slider, place) <= most).length / places.length;
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const found: [boolean, string][] = [
    ['range' in line && places.length < LEAST_PLACES, 'The line has fewer than five places.'],
    [places.length > MOST_PLACES, 'The line has more than a thousand places.'],
    ['range' in line && last !== line.range.max, 'The steps do not end at the high end.'],
    [value < first || value > last, 'The right value is not on the line.'],
    [tolerance < 0, 'A tolerance is nought or more.'],
    [near !== null && near <= tolerance, 'What is near lies beyond the tolerance.'],
    [shareWithin(tolerance) > MOST_RIGHT, 'More than a third of the line is right.'],
    [near !== null && shareWithin(near) > MOST_NEAR, 'More than two thirds of the line are near.'],
  ];
  return found.flatMap(([isWrong, message]) => (isWrong ? [message] : []));
}
