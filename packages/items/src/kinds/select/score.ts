import type { z } from 'zod';
import * as choices from '../choices/score.ts';
import type { KindScore } from '../kind.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import { optionsOf, type Select } from './instantiate.ts';

export type Response = z.infer<typeof response>;

const asChoices = (select: Select) => ({ kind: 'choices' as const, options: optionsOf(select) });
const selecting = (parts: readonly string[]): Response => ({ kind: 'select', parts: [...parts] });

export const check = (select: Select, { parts }: Response) => {
  checkIds(parts, optionsOf(select));
};

/** A point for each right part, less one for each wrong one, never under nought. */
export const score = (select: Select, { parts }: Response): KindScore =>
  choices.score(asChoices(select), { kind: 'choices', options: parts });

export const keyResponse = (select: Select): Response =>
  selecting(choices.keyResponse(asChoices(select)).options);

export const distractorResponses = (select: Select): Response[] =>
  choices.distractorResponses(asChoices(select)).map(({ options }) => selecting(options));
