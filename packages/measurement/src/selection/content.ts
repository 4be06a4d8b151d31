import { MeasurementError } from '../core/errors.ts';

/** How many items of a kind a sitting wants: a number, or a share of its longest length. */
export type Wanted = { readonly count: number } | { readonly share: number };

/** What a sitting should be about. A descriptor or level that is not named is free. */
export interface ContentPlan {
  readonly descriptors?: ReadonlyMap<string, Wanted>;
  readonly levels?: ReadonlyMap<number, Wanted>;
}

/** What a plan looks at in an item, given or still to give. */
export interface ItemContent {
  /** Code of the descriptor the item speaks to. */
  readonly descriptor: string;
  /** Level the item was written for. */
  readonly level?: number;
}

/** How much an item is worth for its content: 1 where it is wanted most, 0 where it is wanted no more. */
export type ContentPriority = (item: ItemContent) => number;

/** Where nothing is planned, a descriptor has room for this many times its equal share. */
const ROOM = 2;

/**
 * The priority of an item's content: the product, over its descriptor and its level, of the share
 * of the quota that is still open, (wanted - given) / wanted; 0 where one is full. The maximum
 * priority index (Cheng & Chang 2009, British Journal of Mathematical and Statistical Psychology 62,
 * 369-383), with equal weights, multiplies the criterion by it.
 *
 * Throws `invalid-argument` for a number or share below 0.
 */
export function contentPriority(
  plan: ContentPlan,
  given: readonly ItemContent[],
  maxItems: number,
): ContentPriority {
  const descriptors = counted(given.map(({ descriptor }) => descriptor));
  const levels = counted(given.map(({ level }) => level));
  for (const wanted of [...(plan.descriptors?.values() ?? []), ...(plan.levels?.values() ?? [])]) {
    checkQuota(quotaOf(wanted, maxItems));
  }
  return ({ descriptor, level }) => {
    const ofDescriptor = plan.descriptors?.get(descriptor);
    const ofLevel = level === undefined ? undefined : plan.levels?.get(level);
    return (
      openShare(ofDescriptor, descriptors.get(descriptor) ?? 0, maxItems) *
      openShare(ofLevel, levels.get(level) ?? 0, maxItems)
    );
  };
}

/**
 * The priority where nothing is planned: that of descriptors wanted alike, each with room for twice
 * its equal share of the sitting, and counted once, as met or not.
 *
 * In simulations (four competences of the CRCN, and 60 items over 6 descriptors) that covers as many
 * descriptors as a fixed bonus of a quarter for a new one, or up to 0.8 more, with as many levels
 * right and a root mean square error that is about 1% larger on average. Counting every item
 * spreads them more evenly still, but where descriptors go with difficulties it raises the error by
 * 5%: that is for a plan to ask.
 */
export function evenPriority(
  /** Those of which candidates are left. */
  descriptorsLeft: Pick<ReadonlySet<string>, 'has' | 'size'>,
  given: readonly ItemContent[],
  maxItems: number,
): EvenPriority {
  const met = new Set(given.map(({ descriptor }) => descriptor));
  const all = descriptorsLeft.size + [...met].filter((one) => !descriptorsLeft.has(one)).length;
  return { met, ofMet: openShare({ count: (ROOM * maxItems) / all }, 1, maxItems) };
}

/** The descriptors that were met, and what their items are worth; all others are worth 1. */
export interface EvenPriority {
  readonly met: ReadonlySet<string>;
  readonly ofMet: number;
}

function counted<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const quotaOf = (wanted: Wanted, maxItems: number): number =>
  'count' in wanted ? wanted.count : wanted.share * maxItems;

function openShare(wanted: Wanted | undefined, count: number, maxItems: number): number {
  if (!wanted) return 1;
  const quota = quotaOf(wanted, maxItems);
  return count >= quota ? 0 : (quota - count) / quota;
}

function checkQuota(quota: number): void {
  if (quota >= 0) return;
  throw new MeasurementError(
    'invalid-argument',
    `A plan wants items by a number or share from 0; got ${quota}.`,
  );
}
