import { z } from 'zod';
import { commonShape } from '../../definition/common.ts';
import { writtenOptions } from '../shared/options.ts';

/** Several right options among several. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('choices'),
  options: writtenOptions
    .refine((options) => options.some(({ key }) => key), {
      error: 'At least one option has key: true.',
    })
    .refine((options) => options.filter(({ key }) => !key).length >= 2, {
      error: 'Write at least two wrong options.',
    }),
  shuffle: z.boolean().optional(),
});
