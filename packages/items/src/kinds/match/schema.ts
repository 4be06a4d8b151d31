import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import { writtenLine } from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';

/** Left parts to link each with its right part; `extra` right parts match nothing. */
export const definition = z
  .strictObject({
    ...commonShape,
    kind: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: writtenLine, right: writtenLine }))
      .min(2, 'Write at least two pairs.')
      .max(limits.pairs)
      .refine((pairs) => allDifferent(pairs.map(({ left }) => left)), {
        error: 'Two left parts have the same text.',
      }),
    extra: z.array(writtenLine).max(limits.extras).optional(),
  })
  .refine(({ pairs, extra = [] }) => allDifferent([...pairs.map(({ right }) => right), ...extra]), {
    path: ['pairs'],
    error: 'Two right parts have the same text.',
  });
