import type { Machine } from '../../simulator/machine.ts';
import type { Event, Page, World } from './contract.ts';
import { search } from './search.ts';

export { blockTexts, readQuery, search } from './search.ts';

/** A search that was made. */
export interface Search {
  query: string;
  since: string | null;
}

/** A browser as it is, and what was done in it. */
export interface State {
  /** What is shown, the newest last: a page's name, or a search. */
  trail: readonly (string | Search)[];
  /** An address that leads nowhere is shown instead. */
  lost: string | null;
  searches: readonly Search[];
  visited: readonly string[];
  /** Pages whose certificate was looked at. */
  certificates: readonly string[];
  /** Answers to what sites asked, by page. */
  consents: Readonly<Record<string, 'all' | 'none'>>;
  downloads: readonly string[];
  bookmarks: readonly string[];
  sources: readonly string[];
  notes: Readonly<Record<string, string>>;
  /** Whether the pages visited were forgotten since the last visit. */
  isClear: boolean;
}

export const pageOf = ({ pages }: World, id: string): Page | undefined =>
  pages.find((page) => page.id === id);

/** The page that is open; `undefined` where a search or nothing is. */
export function openPage(world: World, { trail, lost }: State): Page | undefined {
  const last = trail.at(-1);
  return lost === null && typeof last === 'string' ? pageOf(world, last) : undefined;
}

const including = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

const hostOf = ({ address }: Page): string => address.split('/')[0] ?? address;

/** An address as it is compared: without what nobody types. */
const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

/** Whether one can go to a page from what is shown: by a result, a link, or because it was visited. */
function leadsTo(world: World, state: State, id: string): boolean {
  if (state.visited.includes(id) || state.bookmarks.includes(id)) return true;
  const shown = state.trail.at(-1);
  if (state.lost === null && typeof shown === 'object') {
    return search(world, shown.query, shown.since).some((page) => page.id === id);
  }
  const page = openPage(world, state);
  return page?.blocks.some((block) => 'link' in block && block.link.page === id) ?? false;
}

/** How far back one can go. */
const LONGEST_TRAIL = 50;

const onwards = (trail: State['trail'], next: string | Search): State['trail'] =>
  [...trail, next].slice(-LONGEST_TRAIL);

const goTo = (state: State, id: string): State => ({
  ...state,
  trail: onwards(state.trail, id),
  lost: null,
  visited: including(state.visited, id),
  isClear: false,
});

function onPage(world: World, state: State, event: Event): State | null {
  const page = openPage(world, state);
  if (!page) return null;
  switch (event.do) {
    case 'certificate':
      return { ...state, certificates: including(state.certificates, page.id) };
    case 'consent': {
      const host = hostOf(page);
      if (page.consent === undefined || state.consents[host] !== undefined) return null;
      return { ...state, consents: { ...state.consents, [host]: event.choice } };
    }
    case 'download': {
      const isThere = page.blocks.some(
        (block) => 'download' in block && block.download.id === event.file,
      );
      if (!isThere || state.downloads.includes(event.file)) return null;
      return { ...state, downloads: [...state.downloads, event.file] };
    }
    case 'bookmark':
      if (state.bookmarks.includes(page.id)) return null;
      return { ...state, bookmarks: [...state.bookmarks, page.id] };
    default:
      return null;
  }
}

/** A browser: searches, pages, traces, and what is noted of them. */
export const machine: Machine<World, State, Event> = {
  start: ({ start }) => ({
    trail: start === undefined ? [] : [start],
    lost: null,
    searches: [],
    visited: start === undefined ? [] : [start],
    certificates: [],
    consents: {},
    downloads: [],
    bookmarks: [],
    sources: [],
    notes: {},
    isClear: false,
  }),

  step(world, state, event) {
    switch (event.do) {
      case 'search': {
        const made = { query: event.query, since: event.since };
        return {
          ...state,
          trail: onwards(state.trail, made),
          lost: null,
          searches: [...state.searches, made].slice(-LONGEST_TRAIL),
        };
      }
      case 'visit':
        return pageOf(world, event.page) && leadsTo(world, state, event.page)
          ? goTo(state, event.page)
          : null;
      case 'type': {
        const page = world.pages.find(({ address }) => bare(address) === bare(event.address));
        return page ? goTo(state, page.id) : { ...state, lost: event.address };
      }
      case 'back':
        if (state.lost !== null) return { ...state, lost: null };
        return state.trail.length < 2 ? null : { ...state, trail: state.trail.slice(0, -1) };
      case 'keep': {
        const { page, kept } = event;
        if (!world.sources || !state.visited.includes(page)) return null;
        if (state.sources.includes(page) === kept) return null;
        const others = state.sources.filter((one) => one !== page);
        return { ...state, sources: kept ? [...others, page] : others };
      }
      case 'note': {
        const { question, text } = event;
        if (!world.questions.some(({ id }) => id === question)) return null;
        if ((state.notes[question] ?? '') === text) return null;
        return { ...state, notes: { ...state.notes, [question]: text } };
      }
      case 'clear':
        return { ...state, isClear: true, consents: {} };
      default:
        return onPage(world, state, event);
    }
  },
};

/** The site that a page belongs to: what an answer about traces holds for. */
export const siteOf = hostOf;
