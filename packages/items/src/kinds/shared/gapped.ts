import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import { checkIds } from './parts.ts';

/** What stands in a written text where something is missing. */
export const GAP = '___';

/** Whether a written text has as many gaps as are described, for `superRefine`. */
export function checkGaps(
  { text, gaps }: { text: string | number; gaps: readonly unknown[] },
  context: z.RefinementCtx,
): void {
  if (String(text).split(GAP).length - 1 === gaps.length) return;
  const message = `Write ${GAP} in the text once for each gap, in their order.`;
  context.addIssue({ code: 'custom', path: ['text'], message });
}

/** The pieces of a text before, between and behind its gaps. */
export const piecesOf = (drawn: string): string[] => drawn.split(GAP);

/** Throws `ResponseRefused` unless every gap is filled once. */
export function checkFilled(
  filled: Readonly<Record<string, string>>,
  gaps: readonly { id: string }[],
): void {
  const ids = Object.keys(filled);
  checkIds(
    ids,
    gaps.map(({ id }) => ({ id, text: '' })),
  );
  if (ids.length < gaps.length) throw new ResponseRefused('Some gaps of this item are empty.');
}

/** A text with its gaps filled, for who reads a result. */
export const filledText = (pieces: readonly string[], fillings: readonly string[]): string =>
  pieces
    .flatMap((piece, at) => [piece, ...(at < fillings.length ? [`[${fillings[at] ?? ''}]`] : [])])
    .join('');
