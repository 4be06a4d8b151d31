import { distractorResponses, instantiate, keyResponse, score } from '@jalon/items';
import type { Response } from '@jalon/items/contract';
import { type Random, scoreProbabilities } from '@jalon/measurement';
import type { Engine } from '../services/engine.ts';

/**
 * What a pupil of a given ability might answer to an instance: worth as many points as the model has
 * it, or as near to that as the mistakes come that are known of it.
 */
export function answerAs(
  engine: Engine,
  reference: { itemId: string; itemVersion: number; seed: string },
  ability: number,
  random: Random,
): Response {
  const { definition, parameters } = engine.item(reference.itemId, reference.itemVersion);
  const instance = instantiate(definition, reference.seed);
  const points = drawn(scoreProbabilities(parameters.parameters, ability), random);
  const key = keyResponse(instance);
  const possible = [key, ...distractorResponses(instance), ...mixedUp(key)].map((response) => {
    const scored = score(instance, response);
    const share = (scored.points / scored.possible) * parameters.maxScore;
    return { response, distance: Math.abs(share - points) };
  });
  const least = Math.min(...possible.map(({ distance }) => distance));
  const nearest = possible.filter(({ distance }) => distance === least);
  return nearest[random.integer(0, nearest.length - 1)]?.response ?? key;
}

/** An index drawn by the probabilities of each. */
function drawn(probabilities: Float64Array, random: Random): number {
  let left = random.next();
  return Math.max(
    0,
    probabilities.findIndex((probability) => (left -= probability) < 0),
  );
}

/** The key with two of its parts in each other's place, or three in a ring, and so on to all. */
function mixedUp(key: Response): Response[] {
  if (key.kind === 'match') return rings(key.pairs).map((pairs) => ({ ...key, pairs }));
  if (key.kind === 'gaps') return rings(key.typed).map((typed) => ({ ...key, typed }));
  return [];
}

function rings(parts: Record<string, string>): Record<string, string>[] {
  const entries = Object.entries(parts);
  return entries.slice(1).map((_, last) => {
    const ring = entries.slice(0, last + 2);
    return {
      ...parts,
      ...Object.fromEntries(
        ring.map(([name], index) => [name, ring[(index + 1) % ring.length]?.[1] ?? '']),
      ),
    };
  });
}
