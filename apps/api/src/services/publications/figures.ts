import { z } from 'zod';

/** A mean of abilities, in logits, with its standard error. */
const meanFigure = z.strictObject({ value: z.number(), standardError: z.number() });

const shareFigure = z.strictObject({ share: z.number(), standardError: z.number() });

/**
 * The figures of a part in one year group, or in all of them (`null`). What is hidden is `null`.
 */
export const rowFigures = z.strictObject({
  yearGroup: z.string().nullable(),
  /**
   * How many pupils had a result when it was last decided anew what to hide: what was hidden then
   * stays hidden until as many more have come as a count must have. It leaves the service in no form.
   */
  decidedAt: z.int().nonnegative(),
  enrolled: z.int().nullable(),
  total: z.int().nullable(),
  /** From level 1 up. */
  levels: z.array(z.int().nullable()),
  standing: meanFigure
    .extend({
      measurementError: z.number(),
      /** How far apart the pupils' abilities are. */
      sd: z.number(),
      /** The estimated share at each level, from 0 to 1. */
      shares: z.array(shareFigure),
      /** The same at each level or above it. */
      atLeast: z.array(shareFigure),
    })
    .nullable(),
  /** Of those who were measured twice: how many, and how they changed. */
  growth: meanFigure.extend({ pupils: z.int() }).nullable(),
});
export type RowFigures = z.output<typeof rowFigures>;

/** What is kept of a part in one competence: a row for all year groups first, then for each. */
export const partFigures = z.array(rowFigures);
