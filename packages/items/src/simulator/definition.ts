import { z } from 'zod';
import { limits } from '../contract/limits.ts';
import { commonShape } from '../definition/common.ts';
import { writtenParagraph } from '../template/written.ts';

/** Conditions or events as written: their kind's schemas read them once the values are drawn. */
const written = z.array(z.record(z.string(), z.json())).min(1);

/**
 * One thing that a pupil can do right. It is done where every condition of `when` holds at the end
 * and every one of `sometime` held in some state since the last restart; and is missed where one of
 * `unless` ever held.
 */
const writtenStep = z
  .strictObject({
    /** What is to be done, as the right answer tells it: « Signaler le faux message ». */
    goal: writtenParagraph,
    when: written.optional(),
    sometime: written.optional(),
    unless: written.optional(),
    /** What is said to who did it; `goal` where absent. */
    done: writtenParagraph.optional(),
    /** What is said to who did not: what there was to see, or to do. */
    missed: writtenParagraph,
  })
  .refine(({ when, sometime }) => when !== undefined || sometime !== undefined, {
    error: 'Say with `when` or `sometime` what has to hold: not doing a thing earns nothing.',
  });

/** The definition of an item of a simulator: a world, what to do in it, how, and how not. */
export const simulatorDefinition = <const Kind extends string>(kind: Kind) =>
  z.strictObject({
    ...commonShape,
    kind: z.literal(kind),
    world: z.record(z.string(), z.json()),
    steps: z.array(writtenStep).min(2, 'Write at least two steps.').max(limits.steps),
    /** Events that do every step. */
    solution: written,
    /** What pupils are expected to do wrong: each misses a step at least. */
    mistakes: z.array(written).min(2, 'Write at least two lists of events that each miss a step.'),
  });
export type SimulatorDefinition = z.infer<ReturnType<typeof simulatorDefinition<string>>>;
