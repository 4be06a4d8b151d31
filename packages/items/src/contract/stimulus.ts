import * as z from 'zod/mini';
import { limits, line, paragraph } from './limits.ts';

const list = <Item extends z.core.SomeType>(item: Item, most: number) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));

export const listShape = { title: z.optional(line), items: list(line, limits.listItems) };

export const tableShape = {
  caption: line,
  headers: list(line, limits.tableColumns),
  rows: list(
    z.array(z.string().check(z.maxLength(limits.line))).check(z.maxLength(limits.tableColumns)),
    limits.tableRows,
  ),
};

/** What a document imitates; the player draws each in its own way. */
export const documentType = z.enum(['page', 'email', 'message', 'article', 'form', 'note']);

export const documentShape = {
  type: documentType,
  title: line,
  meta: z.optional(list(z.strictObject({ label: line, value: line }), limits.meta)),
  body: list(paragraph, limits.bodyParagraphs),
};

export const resultsShape = {
  query: line,
  items: list(
    z.strictObject({ title: line, address: line, snippet: paragraph, date: z.optional(line) }),
    limits.results,
  ),
};

/** One block of what a pupil reads before answering. */
export const stimulusBlock = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('text'), text: paragraph }),
  z.strictObject({ block: z.literal('list'), ...listShape }),
  z.strictObject({ block: z.literal('table'), ...tableShape }),
  z.strictObject({ block: z.literal('document'), ...documentShape }),
  z.strictObject({ block: z.literal('results'), ...resultsShape }),
]);
export type StimulusBlock = z.infer<typeof stimulusBlock>;

/** What every presented item holds, whatever its kind. */
export const presentedCommon = {
  language: z.enum(['fr']),
  prompt: paragraph,
  stimulus: z.array(stimulusBlock).check(z.maxLength(limits.blocks)),
};
