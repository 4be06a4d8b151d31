import { z } from 'zod';
import { commonShape } from '../../definition/common.ts';
import { writtenOptions } from '../shared/options.ts';

/** One right option among several; every wrong one says why it does not work. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('choice'),
  options: writtenOptions
    .min(2, 'Write at least two options.')
    .refine((options) => options.filter(({ key }) => key).length === 1, {
      error: 'Exactly one option has key: true.',
    })
    .superRefine((options, context) => {
      for (const [index, { key, feedback }] of options.entries()) {
        if (key || feedback !== undefined) continue;
        const message = 'Say in the feedback why this option does not work.';
        context.addIssue({ code: 'custom', path: [index, 'feedback'], message });
      }
    }),
  shuffle: z.boolean().optional(),
});
