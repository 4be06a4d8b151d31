import * as z from 'zod/mini';
import { limits, line } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';

const MOST_ROWS = 20;
const MOST_KEPT = 20;

const cellText = z.string().check(z.maxLength(limits.typedText));
const cellName = z.string().check(z.regex(/^[A-Z][1-9]\d?$/));
const columnName = z.string().check(z.regex(/^[A-Z]$/));

/**
 * A sheet: its first row holds the headings; `data` are the rows, counted from 1, that are sorted
 * and filtered. `charts` says whether one can be drawn.
 */
export const world = z.strictObject({
  title: line,
  rows: z
    .array(
      z
        .array(z.union([cellText, z.number()]))
        .check(z.minLength(2), z.maxLength(limits.sheetColumns)),
    )
    .check(z.minLength(3), z.maxLength(MOST_ROWS)),
  data: z.strictObject({
    from: z.int().check(z.minimum(2)),
    to: z.int().check(z.maximum(MOST_ROWS)),
  }),
  charts: z._default(z.boolean(), false),
});
export type World = z.infer<typeof world>;

export const chartType = z.enum(['columns', 'line', 'pie']);
export type ChartType = z.infer<typeof chartType>;

const chart = z.strictObject({ type: chartType, labels: columnName, values: columnName });
export type Chart = z.infer<typeof chart>;

/** What a pupil can do. A column is kept to the rows that show one of the texts of `keep`. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('type'), cell: cellName, text: cellText }),
  z.strictObject({ do: z.literal('fill'), from: cellName, to: cellName }),
  z.strictObject({ do: z.literal('sort'), column: columnName, order: z.enum(['up', 'down']) }),
  z.strictObject({
    do: z.literal('filter'),
    column: columnName,
    keep: z.array(cellText).check(z.minLength(1), z.maxLength(MOST_KEPT)),
  }),
  z.strictObject({ do: z.literal('unfilter'), column: columnName }),
  z.strictObject({ do: z.literal('chart'), chart }),
  z.strictObject({ do: z.literal('unchart') }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract(
  'spreadsheet',
  world,
  event,
);
