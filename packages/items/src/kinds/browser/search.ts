import type { Block, Page, World } from './contract.ts';

/** What was searched, taken apart. */
export interface Query {
  words: readonly string[];
  /** Groups of words between quotation marks: to be found as they stand. */
  phrases: readonly string[];
  excluded: readonly string[];
  /** `site:` that a page's address has to begin with, or end its host with. */
  site: string | null;
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'");

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\d]+/gu) ?? [];

/** Words that say nothing of what is sought. */
const EMPTY = new Set(
  'a au aux avec ce ces dans de des du elle en est et il je la le les leur ma mais mes mon ne nos notre ou par pas pour qu que qui sa se ses son sur ta te tes ton tu un une vos votre y c d j l m n s t quel quelle quels quelles comment'.split(
    ' ',
  ),
);

/** Takes a query apart: words, « "phrases" », `-excluded`, `site:address`. */
export function readQuery(query: string): Query {
  const phrases: string[] = [];
  const rest = query.replace(/["«“]\s*([^"»”]+?)\s*["»”]/g, (_, phrase: string) => {
    phrases.push(plain(phrase).replace(/\s+/g, ' '));
    return ' ';
  });
  const words: string[] = [];
  const excluded: string[] = [];
  let site: string | null = null;
  for (const part of rest.split(/\s+/)) {
    if (/^site:./i.test(part)) site = plain(part.slice(5));
    else if (/^-./.test(part)) excluded.push(...wordsOf(part));
    else words.push(...wordsOf(part));
  }
  return { words: words.filter((word) => !EMPTY.has(word)), phrases, excluded, site };
}

/** The texts of a block of a page. */
export function blockTexts(block: Block): string[] {
  if ('heading' in block) return [block.heading];
  if ('text' in block) return [block.text];
  if ('list' in block) return block.list;
  if ('table' in block)
    return [block.table.caption, ...block.table.headers, ...block.table.rows.flat()];
  if ('link' in block) return [block.link.text];
  return [block.download.text, block.download.file];
}

/** What a page says, as searches compare it: read once for each page. */
interface ReadPage {
  text: string;
  words: ReadonlySet<string>;
  title: ReadonlySet<string>;
}
const readPages = new WeakMap<Page, ReadPage>();

function readPage(page: Page): ReadPage {
  const known = readPages.get(page);
  if (known) return known;
  const text = plain([page.title, ...page.blocks.flatMap(blockTexts)].join(' ')).replace(
    /\s+/g,
    ' ',
  );
  const read = {
    text,
    words: new Set(wordsOf(text).map(root)),
    title: new Set(wordsOf(page.title).map(root)),
  };
  readPages.set(page, read);
  return read;
}

/** A word of four letters or more without the s or x of its plural. */
const root = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

const isOf = ({ address }: Page, site: string) => {
  const [host = ''] = address.split('/');
  return address.startsWith(site) || host === site || host.endsWith(`.${site.replace(/^\./, '')}`);
};

/** How well a page answers a query: how many of its words it has, its title counting twice. */
function relevance(page: Page, { words }: Query): number {
  const read = readPage(page);
  return words
    .map(root)
    .filter((word) => read.words.has(word))
    .reduce((sum, word) => sum + (read.title.has(word) ? 2 : 1), 0);
}

const results = new WeakMap<World, Map<string, Page[]>>();

/**
 * The pages that a search finds, the best first, adverts before all: those that have at least half
 * of the words, every phrase, nothing excluded, of the site and since the day that were asked.
 */
export function search(world: World, written: string, since: string | null): Page[] {
  const known = results.get(world) ?? new Map<string, Page[]>();
  results.set(world, known);
  const key = `${since ?? ''} ${written}`;
  const found = known.get(key) ?? find(world, readQuery(written), since);
  known.set(key, found);
  return found;
}

function find({ pages }: World, query: Query, since: string | null): Page[] {
  const least = Math.max(1, Math.ceil(query.words.length / 2));
  const asksOtherwise = query.phrases.length > 0 || query.site !== null;
  return pages
    .map((page, place) => ({ page, place, score: relevance(page, query) }))
    .filter(({ page, score }) => {
      const { text, words } = readPage(page);
      return (
        (query.words.length === 0 ? asksOtherwise : score >= least) &&
        query.phrases.every((phrase) => text.includes(phrase)) &&
        !query.excluded.some((word) => words.has(root(word))) &&
        (query.site === null || isOf(page, query.site)) &&
        (since === null || (page.date !== undefined && page.date >= since))
      );
    })
    .sort(
      (a, b) =>
        Number(b.page.advert) - Number(a.page.advert) || b.score - a.score || a.place - b.place,
    )
    .map(({ page }) => page);
}
