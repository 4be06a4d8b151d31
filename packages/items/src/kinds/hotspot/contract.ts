import * as z from 'zod/mini';
import { fieldTexts, type FormRefusal, refuse } from '../../contract/form.ts';
import { limits, line, paragraph, partId } from '../../contract/limits.ts';
import { presentedCommon } from '../../contract/stimulus.ts';

/** What a shape may be coloured with: names of roles, so that dark and contrasted screens have theirs. */
export const colour = z.enum([
  'paper',
  'frame',
  'line',
  'ink',
  'sky',
  'hill',
  'leaf',
  'sun',
  'warm',
]);
export type Colour = z.infer<typeof colour>;

const across = z.number().check(z.minimum(0), z.maximum(limits.pictureWidth));
const down = z.number().check(z.minimum(0), z.maximum(limits.pictureHeight));
const size = z.number().check(z.positive(), z.maximum(limits.pictureHeight));
const rectangle = { x: across, y: down, width: size, height: size };

/** What a picture is drawn from. */
export const shape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rect'),
    ...rectangle,
    fill: colour,
    edge: z.optional(colour),
    round: z.optional(z.number().check(z.minimum(0), z.maximum(60))),
  }),
  z.strictObject({
    type: z.literal('circle'),
    x: across,
    y: down,
    radius: size,
    fill: colour,
    edge: z.optional(colour),
  }),
  z.strictObject({
    type: z.literal('line'),
    x: across,
    y: down,
    toX: across,
    toY: down,
    colour,
    thick: z.number().check(z.positive(), z.maximum(20)),
  }),
  z.strictObject({
    type: z.literal('text'),
    x: across,
    y: down,
    text: z.string().check(z.minLength(1), z.maxLength(limits.pictureText)),
    size: z.number().check(z.minimum(11), z.maximum(40)),
    anchor: z.enum(['start', 'middle', 'end']),
    strong: z.boolean(),
    colour: z.enum(['ink', 'paper']),
  }),
]);
export type Shape = z.infer<typeof shape>;

/** A place on the picture; its text is what it is called in the list and read out. */
const zone = z.strictObject({ id: partId, text: line, ...rectangle });
export type Zone = z.infer<typeof zone>;

export const presented = z.strictObject({
  ...presentedCommon,
  kind: z.literal('hotspot'),
  picture: z.strictObject({
    alt: paragraph,
    height: down,
    shapes: z.array(shape).check(z.minLength(1), z.maxLength(limits.shapes)),
  }),
  pick: z.enum(['one', 'several']),
  zones: z.array(zone).check(z.minLength(2), z.maxLength(limits.zones)),
});

export const response = z.strictObject({
  kind: z.literal('hotspot'),
  zones: z.array(partId).check(z.minLength(1), z.maxLength(limits.zones)),
});

/** Reads the radio group, or the check boxes, `answer`. */
export function fromForm(
  _item: z.infer<typeof presented>,
  form: FormData,
): z.infer<typeof response> | FormRefusal {
  const zones = [...new Set(fieldTexts(form, 'answer'))];
  return zones.length === 0 ? refuse('empty') : { kind: 'hotspot', zones };
}
