import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import type { KindScore } from '../kind.ts';
import { isOnLine, type response } from './contract.ts';
import type { Slider } from './instantiate.ts';
import { distance, nearestPlace, placesOn } from './places.ts';

export type Response = z.infer<typeof response>;

export function check({ line }: Slider, { place }: Response) {
  if (!isOnLine(line, place)) throw new ResponseRefused('The line has no such place.');
}

/** A point within the tolerance; two where a place that is near earns one. */
export function score(slider: Slider, { place }: Response): KindScore {
  const { value, tolerance, near, below, above } = slider;
  const possible = near === null ? 1 : 2;
  const away = distance(slider, place);
  if (away <= tolerance) return { points: possible, possible };
  return {
    points: near !== null && away <= near ? 1 : 0,
    possible,
    feedback: (place < value ? below : above) ?? undefined,
  };
}

const placing = (place: number): Response => ({ kind: 'slider', place });

export const keyResponse = (slider: Slider): Response => placing(nearestPlace(slider));

/** Both ends, and the places just beyond the tolerance, on either side. */
export function distractorResponses(slider: Slider): Response[] {
  const wrong = placesOn(slider).filter((place) => distance(slider, place) > slider.tolerance);
  const under = wrong.filter((place) => place < slider.value);
  const over = wrong.filter((place) => place > slider.value);
  const some = [under[0], under.at(-1), over[0], over.at(-1)].flatMap((place) => place ?? []);
  return [...new Set(some)].map(placing);
}
