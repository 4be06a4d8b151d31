import * as z from 'zod/mini';
import { line, paragraph, partId } from '../../contract/limits.ts';
import { simulatorContract } from '../../simulator/contract.ts';

const MOST = { pages: 16, blocks: 12, list: 12, rows: 12, cells: 6, questions: 4 };
const LONGEST_QUERY = 120;

const list = <Item extends z.core.SomeType>(item: Item, least: number, most: number) =>
  z.array(item).check(z.minLength(least), z.maxLength(most));

/** What a page shows, one thing under the other. */
const block = z.union([
  z.strictObject({ heading: line }),
  z.strictObject({ text: paragraph }),
  z.strictObject({ list: list(line, 1, MOST.list) }),
  z.strictObject({
    table: z.strictObject({
      caption: line,
      headers: list(line, 1, MOST.cells),
      rows: list(list(z.string().check(z.maxLength(300)), 1, MOST.cells), 1, MOST.rows),
    }),
  }),
  z.strictObject({ link: z.strictObject({ text: line, page: partId }) }),
  /** Something offered to be taken, such as a file to install. */
  z.strictObject({ download: z.strictObject({ id: partId, text: line, file: line }) }),
]);
export type Block = z.infer<typeof block>;

const page = z.strictObject({
  id: partId,
  /** As the address bar shows it: `mediatheque.example/horaires`. */
  address: line,
  title: line,
  author: z.optional(line),
  /** ISO day, by which a search may be narrowed. */
  date: z.optional(z.iso.date()),
  /** Whose site it is, as its certificate says; without one the connection is not secure. */
  owner: z.optional(line),
  blocks: list(block, 1, MOST.blocks),
  /** What the page asks before it is read: which traces it may keep. */
  consent: z.optional(line),
  /** Put before the results, for money. */
  advert: z._default(z.boolean(), false),
});
export type Page = z.infer<typeof page>;

/** A small web, a search engine over it, and what is to be noted. */
export const world = z.strictObject({
  pages: list(page, 2, MOST.pages),
  /** The page that is open at first; none: the search engine. */
  start: z.optional(partId),
  /** What the pupil is to find out: a note to write for each. */
  questions: z._default(list(z.strictObject({ id: partId, text: line }), 0, MOST.questions), []),
  /** Whether pages are to be kept as sources. */
  sources: z._default(z.boolean(), false),
});
export type World = z.infer<typeof world>;

/** What a pupil can do. */
export const event = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('search'),
    query: z.string().check(z.minLength(1), z.maxLength(LONGEST_QUERY)),
    /** Only pages from this day on. */
    since: z.nullable(z.iso.date()),
  }),
  /** Opens a page: from the results, by a link, or from the pages visited. */
  z.strictObject({ do: z.literal('visit'), page: partId }),
  /** Types an address. */
  z.strictObject({
    do: z.literal('type'),
    address: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ do: z.literal('back') }),
  /** Looks at who the site belongs to, and whether the connection is secure. */
  z.strictObject({ do: z.literal('certificate') }),
  z.strictObject({ do: z.literal('consent'), choice: z.enum(['all', 'none']) }),
  z.strictObject({ do: z.literal('download'), file: partId }),
  z.strictObject({ do: z.literal('bookmark') }),
  z.strictObject({ do: z.literal('keep'), page: partId, kept: z.boolean() }),
  z.strictObject({
    do: z.literal('note'),
    question: partId,
    text: z.string().check(z.maxLength(200)),
  }),
  /** Forgets the pages visited and the traces that sites kept. */
  z.strictObject({ do: z.literal('clear') }),
]);
export type Event = z.infer<typeof event>;

export const { presented, response, fromForm, readLog } = simulatorContract(
  'browser',
  world,
  event,
);
