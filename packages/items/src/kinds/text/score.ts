import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import type { response } from './contract.ts';
import type { Text } from './instantiate.ts';
import { normaliseText } from './normalise.ts';
import { parseDate } from './parse-date.ts';

export type Response = z.infer<typeof response>;

/** Any text may be typed. */
export const check = () => undefined;

/** What two texts that are the same answer share: their date where one is asked, else their words. */
const compared = (as: Text['as'], text: string): string =>
  (as === 'date' ? parseDate(text) : null) ?? normaliseText(text);

/** One point, for an accepted answer. */
export function score({ as, accept, distractors }: Text, { text }: Response): KindScore {
  const typed = compared(as, text);
  if (accept.some((known) => compared(as, known) === typed)) return { points: 1, possible: 1 };
  const expected = distractors.find((distractor) => compared(as, distractor.text) === typed);
  return { points: 0, possible: 1, feedback: expected?.feedback ?? undefined };
}

const typing = (text: string): Response => ({ kind: 'text', text });

export function keyResponse({ accept }: Text): Response {
  const [first] = accept;
  if (first === undefined) throw new RangeError('A text accepts no answer.');
  return typing(first);
}

export const distractorResponses = ({ distractors }: Text): Response[] =>
  distractors.map(({ text }) => typing(text));
