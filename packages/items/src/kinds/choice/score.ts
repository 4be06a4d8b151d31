import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import { isKey, isWrong, type Option } from '../shared/options.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Choice } from './instantiate.ts';

export type Response = z.infer<typeof response>;

export const check = ({ options }: Choice, { option }: Response) => {
  checkIds([option], options);
};

/** One point, for the right option. */
export function score({ options }: Choice, { option }: Response): KindScore {
  const chosen = options.find(({ id }) => id === option);
  return { points: chosen?.key ? 1 : 0, possible: 1, feedback: chosen?.feedback ?? undefined };
}

const choosing = ({ id }: Option): Response => ({ kind: 'choice', option: id });

export function keyResponse({ options }: Choice): Response {
  const key = options.find(isKey);
  if (!key) throw new RangeError('A choice has no right option.');
  return choosing(key);
}

export const distractorResponses = ({ options }: Choice): Response[] =>
  options.filter(isWrong).map(choosing);
