import { z } from 'zod';
import { documentType, type StimulusBlock } from '../contract/stimulus.ts';
import { limits } from '../contract/limits.ts';
import type { Drawing } from '../drawing.ts';
import { exactlyOneOf, writtenLine, writtenParagraph } from '../template/written.ts';

const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).min(1).max(most);

const table = z
  .strictObject({
    caption: writtenLine,
    headers: list(writtenLine, limits.tableColumns),
    rows: list(z.array(z.union([writtenLine, z.literal('')])), limits.tableRows),
  })
  .superRefine(({ headers, rows }, context) => {
    for (const [index, row] of rows.entries()) {
      if (row.length === headers.length) continue;
      const message = `This row has ${String(row.length)} cells for ${String(headers.length)} headers.`;
      context.addIssue({ code: 'custom', path: ['rows', index], message });
    }
  });

/** One block of a stimulus as its writer writes it: an object with one key. */
const writtenBlock = exactlyOneOf({
  text: writtenParagraph,
  list: z.strictObject({
    title: writtenLine.optional(),
    items: list(writtenLine, limits.listItems),
  }),
  table,
  document: z.strictObject({
    type: z.enum(documentType.options),
    title: writtenLine,
    meta: list(z.strictObject({ label: writtenLine, value: writtenLine }), limits.meta).optional(),
    body: list(writtenParagraph, limits.bodyParagraphs),
  }),
  results: z.strictObject({
    query: writtenLine,
    items: list(
      z.strictObject({
        title: writtenLine,
        address: writtenLine,
        snippet: writtenParagraph,
        date: writtenLine.optional(),
      }),
      limits.results,
    ),
  }),
});

export const writtenStimulus = list(writtenBlock, limits.blocks);

type Block<Name extends StimulusBlock['block']> = Extract<StimulusBlock, { block: Name }>;

/** The blocks as the pupil reads them, with the drawn values in their texts. */
export function drawStimulus(
  written: z.infer<typeof writtenStimulus>,
  draw: Drawing,
): StimulusBlock[] {
  return written.flatMap(
    ({ text, list: items, table: cells, document, results }): StimulusBlock[] => {
      if (text !== undefined) return [{ block: 'text', text: draw.text(text) }];
      if (items) return [drawList(items, draw)];
      if (cells) return [drawTable(cells, draw)];
      if (document) return [drawDocument(document, draw)];
      return results ? [drawResults(results, draw)] : [];
    },
  );
}

type Written = z.infer<typeof writtenBlock>;

function drawList(list: NonNullable<Written['list']>, draw: Drawing): Block<'list'> {
  const items = list.items.map(draw.text);
  if (list.title === undefined) return { block: 'list', items };
  return { block: 'list', title: draw.text(list.title), items };
}

function drawTable(table: NonNullable<Written['table']>, draw: Drawing): Block<'table'> {
  return {
    block: 'table',
    caption: draw.text(table.caption),
    headers: table.headers.map(draw.text),
    rows: table.rows.map((row) => row.map(draw.text)),
  };
}

function drawDocument(
  { type, title, meta, body }: NonNullable<Written['document']>,
  draw: Drawing,
): Block<'document'> {
  const shown = {
    block: 'document' as const,
    type,
    title: draw.text(title),
    body: body.map(draw.text),
  };
  if (!meta) return shown;
  const lines = meta.map(({ label, value }) => ({
    label: draw.text(label),
    value: draw.text(value),
  }));
  return { ...shown, meta: lines };
}

function drawResults(
  { query, items }: NonNullable<Written['results']>,
  draw: Drawing,
): Block<'results'> {
  return {
    block: 'results',
    query: draw.text(query),
    items: items.map(({ title, address, snippet, date }) => ({
      title: draw.text(title),
      address: draw.text(address),
      snippet: draw.text(snippet),
      ...(date === undefined ? {} : { date: draw.text(date) }),
    })),
  };
}
