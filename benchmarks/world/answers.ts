import { distractorResponses, instantiate, keyResponse, score } from '@jalon/items';
import type { Response } from '@jalon/items/contract';
import type { Engine } from '../../apps/api/src/services/engine.ts';

/** An answer to an item, as it is scored and kept. */
export interface PooledAnswer {
  itemId: string;
  itemVersion: number;
  /** Of the instance that was answered. */
  seed: string;
  response: Response;
  points: number;
  possible: number;
}

const INSTANCES_AN_ITEM = 6;

/** As long as the seeds of real sittings. */
const seedOf = (index: number): string =>
  `00000000-0000-7000-8000-${String(index).padStart(12, '0')}/item/1`;

/** Right and wrong answers to the items of a release, by competence, one list an item. */
export function poolAnswers(engine: Engine): ReadonlyMap<string, readonly PooledAnswer[][]> {
  return new Map(
    Array.from(engine.competences, ([code, { items }]) => [
      code,
      items.map(({ definition }) =>
        Array.from({ length: INSTANCES_AN_ITEM }, (_, index) => {
          const seed = seedOf(index);
          const instance = instantiate(definition, seed);
          return [keyResponse(instance), ...distractorResponses(instance)].map((response) => {
            const { points, possible } = score(instance, response);
            const { id: itemId, version: itemVersion } = definition;
            return { itemId, itemVersion, seed, response, points, possible };
          });
        }).flat(),
      ),
    ]),
  );
}
