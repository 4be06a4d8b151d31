import { distractorResponses, instantiate, keyResponse } from '@jalon/items';
import type { Response } from '@jalon/items/contract';
import { type Random, scoreProbabilities } from '@jalon/measurement';
import type { Engine } from '../services/engine.ts';

/** What a pupil of a given ability might answer to an instance: right or wrong as the model has it. */
export function answerAs(
  engine: Engine,
  reference: { itemId: string; itemVersion: number; seed: string },
  ability: number,
  random: Random,
): Response {
  const { definition, parameters } = engine.item(reference.itemId, reference.itemVersion);
  const instance = instantiate(definition, reference.seed);
  const isRight = random.next() < (scoreProbabilities(parameters.parameters, ability).at(-1) ?? 0);
  const wrong = distractorResponses(instance);
  const mistake = wrong[random.integer(0, Math.max(0, wrong.length - 1))];
  return isRight || !mistake ? keyResponse(instance) : mistake;
}
