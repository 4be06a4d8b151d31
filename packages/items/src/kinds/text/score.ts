import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import type { response } from './contract.ts';
import type { Text } from './instantiate.ts';
import { normaliseText } from './normalise.ts';
import { parseDate } from './parse-date.ts';

export type Response = z.infer<typeof response>;

/** Any text may be typed. */
export const check = () => undefined;

/** Whether two texts are the same answer: the same date where a date is asked, else the same words. */
function same(as: Text['as'], typed: string, known: string): boolean {
  if (as === 'text') return normaliseText(typed) === normaliseText(known);
  const date = parseDate(typed);
  return date === null ? normaliseText(typed) === normaliseText(known) : date === parseDate(known);
}

/** One point, for an accepted answer. */
export function score({ as, accept, distractors }: Text, { text }: Response): KindScore {
  const right = accept.some((known) => same(as, text, known));
  const expected = distractors.find((distractor) => same(as, text, distractor.text));
  return { points: right ? 1 : 0, possible: 1, feedback: expected?.feedback ?? undefined };
}

const typing = (text: string): Response => ({ kind: 'text', text });

export function keyResponse({ accept }: Text): Response {
  const [first] = accept;
  if (first === undefined) throw new RangeError('A text accepts no answer.');
  return typing(first);
}

export const distractorResponses = ({ distractors }: Text): Response[] =>
  distractors.map(({ text }) => typing(text));
