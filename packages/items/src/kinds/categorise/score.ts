import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import type { KindScore } from '../kind.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Categorise } from './instantiate.ts';

export type Response = z.infer<typeof response>;

/** Every element is in one category. */
export function check({ categories, elements }: Categorise, { places }: Response) {
  const placed = Object.keys(places);
  checkIds(placed, elements);
  for (const id of Object.values(places)) checkIds([id], categories);
  if (placed.length < elements.length) {
    throw new ResponseRefused('Some elements of this item are in no category.');
  }
}

/** A point for each element in its category. */
export function score({ elements }: Categorise, { places }: Response): KindScore {
  const parts = elements.map(({ id, category }) => ({ id, correct: places[id] === category }));
  return { points: parts.filter(({ correct }) => correct).length, possible: parts.length, parts };
}

const placesOf = ({ elements }: Categorise) =>
  Object.fromEntries(elements.map(({ id, category }) => [id, category]));

export const keyResponse = (interaction: Categorise): Response => ({
  kind: 'categorise',
  places: placesOf(interaction),
});

/** Each element once in every category that is not its own. */
export const distractorResponses = (interaction: Categorise): Response[] =>
  interaction.elements.flatMap(({ id, category }) =>
    interaction.categories
      .filter((other) => other.id !== category)
      .map((other) => ({
        kind: 'categorise' as const,
        places: { ...placesOf(interaction), [id]: other.id },
      })),
  );
