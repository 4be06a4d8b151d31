import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import type { Drawing } from '../../drawing.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';
import { allDifferent, named } from './parts.ts';

/** An option as written; a wrong one may say in its `feedback` why it does not work. */
const writtenOption = z
  .strictObject({
    text: writtenLine,
    key: z.boolean().optional(),
    feedback: writtenParagraph.optional(),
  })
  .refine(({ key, feedback }) => !(key && feedback !== undefined), {
    path: ['feedback'],
    error: 'A right option has no feedback of its own: write it in feedback.correct.',
  });
export type WrittenOption = z.infer<typeof writtenOption>;

export const writtenOptions = z
  .array(writtenOption)
  .max(limits.options)
  .refine((options) => allDifferent(options.map(({ text }) => text)), {
    error: 'Two options have the same text.',
  });

/** Draws the options and names them by the place they are shown at. */
export function drawOptions(options: readonly WrittenOption[], shuffle: boolean, draw: Drawing) {
  const drawn = options.map(({ text, key = false, feedback }) => ({
    text: draw.text(text),
    key,
    feedback: feedback === undefined ? null : draw.text(feedback),
  }));
  return named('o', shuffle ? draw.shuffle(drawn) : drawn);
}
export type Option = ReturnType<typeof drawOptions>[number];

export const isKey = ({ key }: Option) => key;
export const isWrong = ({ key }: Option) => !key;
