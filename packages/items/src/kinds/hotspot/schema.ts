import { z } from 'zod';
import { limits } from '../../contract/limits.ts';
import { commonShape } from '../../definition/common.ts';
import {
  exactlyOneOf,
  writtenLine,
  writtenNumber,
  writtenParagraph,
} from '../../template/written.ts';
import { allDifferent } from '../shared/parts.ts';
import { colour } from './contract.ts';

const fill = z.enum(colour.options);
const point = { x: writtenNumber, y: writtenNumber };
const rectangle = { ...point, width: writtenNumber, height: writtenNumber };

/** One shape of a picture as its writer writes it: an object with one key. */
const writtenShape = exactlyOneOf({
  rect: z.strictObject({
    ...rectangle,
    fill,
    edge: fill.optional(),
    round: z.number().optional(),
  }),
  circle: z.strictObject({ ...point, radius: writtenNumber, fill, edge: fill.optional() }),
  line: z.strictObject({
    ...point,
    toX: writtenNumber,
    toY: writtenNumber,
    colour: fill.optional(),
    thick: z.number().optional(),
  }),
  text: z.strictObject({
    ...point,
    text: writtenLine,
    size: z.number().optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
    strong: z.boolean().optional(),
  }),
});
export type WrittenShape = z.infer<typeof writtenShape>;

const writtenZone = z
  .strictObject({
    ...rectangle,
    label: writtenLine,
    key: z.boolean().optional(),
    feedback: writtenParagraph.optional(),
  })
  .refine(({ key, feedback }) => !(key && feedback !== undefined), {
    path: ['feedback'],
    error: 'A right zone has no feedback of its own: write it in feedback.correct.',
  });

/** A picture drawn from shapes, and zones of it to choose from: one right zone, or several. */
export const definition = z.strictObject({
  ...commonShape,
  kind: z.literal('hotspot'),
  picture: z.strictObject({
    alt: writtenParagraph,
    height: z.int(),
    shapes: z.array(writtenShape).min(1).max(limits.shapes),
  }),
  zones: z
    .array(writtenZone)
    .min(2, 'Write at least two zones.')
    .max(limits.zones)
    .refine((zones) => allDifferent(zones.map(({ label }) => label)), {
      error: 'Two zones have the same label.',
    })
    .refine((zones) => zones.some(({ key }) => key), {
      error: 'At least one zone has key: true.',
    })
    .refine((zones) => zones.some(({ key }) => !key), { error: 'At least one zone is wrong.' })
    .superRefine((zones, context) => {
      if (zones.filter(({ key }) => key).length > 1) return;
      for (const [index, { key, feedback }] of zones.entries()) {
        if (key || feedback !== undefined) continue;
        const message = 'Say in the feedback why this zone is not the right one.';
        context.addIssue({ code: 'custom', path: [index, 'feedback'], message });
      }
    }),
});
