import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine, writtenParagraph } from '../../template/written.ts';
import { checkGaps } from '../shared/gapped.ts';

/** A text with gaps to type into. */
export const definition = z
  .strictObject({
    ...commonShape,
    kind: z.literal('gaps'),
    text: writtenParagraph,
    gaps: z
      .array(
        z.strictObject({
          accept: z.array(writtenLine).min(1).max(20),
          /** What one expects to be typed wrongly. */
          wrong: z.array(writtenLine).min(1).max(10),
        }),
      )
      .min(2, 'Write at least two gaps.')
      .max(limits.gaps),
  })
  .superRefine(checkGaps);
