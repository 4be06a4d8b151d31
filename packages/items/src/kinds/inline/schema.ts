import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';
import { checkGaps } from '../shared/gapped.ts';
import { allDifferent } from '../shared/parts.ts';

/** A text with gaps, each with options to choose from. */
export const definition = z
  .strictObject({
    ...commonShape,
    kind: z.literal('inline'),
    text: writtenParagraph,
    gaps: z
      .array(
        z
          .strictObject({
            right: writtenLine,
            wrong: z
              .array(writtenLine)
              .min(1)
              .max(limits.options - 1),
          })
          .refine(({ right, wrong }) => allDifferent([right, ...wrong]), {
            error: 'Two options have the same text.',
          }),
      )
      .min(2, 'Write at least two gaps.')
      .max(limits.gaps),
  })
  .superRefine(checkGaps);
