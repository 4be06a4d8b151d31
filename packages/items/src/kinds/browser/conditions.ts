import { z } from 'zod';
import { normaliseText } from '../text/normalise.ts';
import type { World } from './contract.ts';
import { pageOf, readQuery, siteOf, type State } from './machine.ts';

const part = z.string();
const list = z.array(z.string());

/** What a step may ask of a browser. */
export const condition = z.discriminatedUnion('is', [
  /** A search was made of which all this is true. */
  z.strictObject({
    is: z.literal('searched'),
    /** One of each list at least is among its words, whatever case, accents and final s. */
    words: z.array(list).optional(),
    atMostWords: z.number().optional(),
    phrase: z.boolean().optional(),
    excludes: z.boolean().optional(),
    site: part.optional(),
    since: z.boolean().optional(),
  }),
  z.strictObject({ is: z.literal('visited'), page: part }),
  z.strictObject({ is: z.literal('certificate'), page: part }),
  z.strictObject({ is: z.literal('consented'), page: part, choice: z.enum(['all', 'none']) }),
  z.strictObject({ is: z.literal('downloaded'), file: part }),
  z.strictObject({ is: z.literal('bookmarked'), page: part }),
  /** These very pages are kept as sources. */
  z.strictObject({ is: z.literal('sources'), pages: list.min(1) }),
  z.strictObject({ is: z.literal('kept'), page: part }),
  /** The note is one of these, whatever its case and accents; `within`: or holds one of them. */
  z.strictObject({
    is: z.literal('noted'),
    question: part,
    accept: list.min(1),
    within: z.boolean().optional(),
  }),
  z.strictObject({ is: z.literal('cleared') }),
]);
export type Condition = z.infer<typeof condition>;

type Searched = Extract<Condition, { is: 'searched' }>;

const root = (word: string) => normaliseText(word).replace(/[sx]$/, '');

function fits({ query, since }: State['searches'][number], asked: Searched): boolean {
  const read = readQuery(query);
  const words = new Set(
    [...read.words, ...read.phrases.flatMap((phrase) => phrase.split(/[^\p{L}\d]+/u))].map(root),
  );
  return (
    (asked.words ?? []).every((some) => some.some((word) => words.has(root(word)))) &&
    words.size <= (asked.atMostWords ?? Infinity) &&
    (asked.phrase === undefined || read.phrases.length > 0 === asked.phrase) &&
    (asked.excludes === undefined || read.excluded.length > 0 === asked.excludes) &&
    (asked.site === undefined || read.site === asked.site) &&
    (asked.since === undefined || (since !== null) === asked.since)
  );
}

/** Words alone, one blank between each. */
const spaced = (text: string) =>
  normaliseText(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Whether a condition holds in a state of the browser. */
export function holds(world: World, state: State, condition: Condition): boolean {
  switch (condition.is) {
    case 'searched':
      return state.searches.some((made) => fits(made, condition));
    case 'visited':
      return state.visited.includes(condition.page);
    case 'certificate':
      return state.certificates.includes(condition.page);
    case 'consented': {
      const page = pageOf(world, condition.page);
      return page !== undefined && state.consents[siteOf(page)] === condition.choice;
    }
    case 'downloaded':
      return state.downloads.includes(condition.file);
    case 'bookmarked':
      return state.bookmarks.includes(condition.page);
    case 'sources':
      return (
        state.sources.length === condition.pages.length &&
        condition.pages.every((page) => state.sources.includes(page))
      );
    case 'kept':
      return state.sources.includes(condition.page);
    case 'noted': {
      const note = normaliseText(state.notes[condition.question] ?? '');
      if (note === '') return false;
      return condition.within === true
        ? condition.accept.some((one) => ` ${spaced(note)} `.includes(` ${spaced(one)} `))
        : condition.accept.some((one) => note === normaliseText(one));
    }
    case 'cleared':
      return state.isClear;
  }
}
