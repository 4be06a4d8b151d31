import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import { isKey, isWrong, type Option } from '../shared/options.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Choices } from './instantiate.ts';

export type Response = z.infer<typeof response>;

export const check = ({ options }: Choices, response: Response) => {
  checkIds(response.options, options);
};

/** A point for each right option ticked, less one for each wrong one, never under nought. */
export function score({ options }: Choices, response: Response): KindScore {
  const ticked = new Set(response.options);
  const chosen = options.filter(({ id }) => ticked.has(id));
  const wrong = chosen.filter(isWrong);
  return {
    points: Math.max(0, chosen.length - 2 * wrong.length),
    possible: options.filter(isKey).length,
    feedback: wrong.find(({ feedback }) => feedback !== null)?.feedback ?? undefined,
    parts: options.map(({ id, key }) => ({ id, correct: ticked.has(id) === key })),
  };
}

const ticking = (options: readonly Option[]): Response => ({
  kind: 'choices',
  options: options.map(({ id }) => id),
});

export const keyResponse = ({ options }: Choices): Response => ticking(options.filter(isKey));

/** The key with one option forgotten, with one too many, and with one taken for another. */
export function distractorResponses({ options }: Choices): Response[] {
  const keys = options.filter(isKey);
  const wrongs = options.filter(isWrong);
  const without = (key: Option) => keys.filter((other) => other !== key);
  return [
    ...(keys.length > 1 ? keys.map(without) : []),
    ...wrongs.map((wrong) => [...keys, wrong]),
    ...keys.flatMap((key) => wrongs.map((wrong) => [...without(key), wrong])),
  ].map(ticking);
}
