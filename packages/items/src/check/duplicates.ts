import { plainText, type PresentedItem } from '../contract.ts';
import { shownTexts } from './shown.ts';

/** Two items that say much the same; `share` is how much, from 0 to 1. */
export interface Twins<Item> {
  one: Item;
  other: Item;
  share: number;
}

const RUN = 4;
const MOST_SHARED = 0.4;

/** The runs of four words that a pupil reads in an item. */
function runsOf(item: PresentedItem): Set<string> {
  return new Set(
    shownTexts(item).flatMap((text) => {
      const words =
        plainText(text)
          .toLowerCase()
          .match(/\p{L}+|\d+/gu) ?? [];
      return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
    }),
  );
}

/**
 * The pairs of items that share two fifths of their runs of four words or more (Jaccard index of
 * w-shingles: Broder, On the resemblance and containment of documents, 1997).
 */
export function twinsAmong<Item>(
  items: readonly Item[],
  shown: (item: Item) => PresentedItem,
): Twins<Item>[] {
  const runs = items.map((item) => runsOf(shown(item)));
  return items.flatMap((one, at) =>
    items.slice(at + 1).flatMap((other, rank) => {
      const share = overlap(runs[at] ?? new Set(), runs[at + 1 + rank] ?? new Set());
      return share >= MOST_SHARED ? [{ one, other, share }] : [];
    }),
  );
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((run) => other.has(run)).length;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
