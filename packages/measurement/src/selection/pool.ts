import { type CurveMatrix, isBanked } from './bank.ts';
import type { Candidate } from './candidate.ts';
import type { ItemContent } from './content.ts';
import { hashOfKey } from './key-random.ts';

/** Exposure rates are summed in 2^-30ths. */
export const RATE_UNIT = 2 ** 30;

/**
 * Candidates laid out in columns, for sittings that choose among many: made once for a sitting, and
 * narrowed by `without` after each choice. `selectItem` chooses the same from it as from the list.
 */
export interface CandidatePool {
  readonly candidates: readonly Candidate[];
  /** The places in the list of those that are left. */
  readonly left: Int32Array;
  /** The contents that differ, and which of them each candidate has. */
  readonly contents: readonly ItemContent[];
  readonly contentOf: Int32Array;
  /** Each descriptor's contents; the first of them is where `leftOf` counts what is left of it. */
  readonly contentsOf: ReadonlyMap<string, readonly number[]>;
  readonly leftOf: Int32Array;
  /** How many descriptors have candidates left. */
  readonly descriptorsLeft: number;
  readonly exposureRates: Float64Array;
  /** The same in whole 2^-30ths, whose sum is the same in any order. */
  readonly exposureUnits: Float64Array;
  readonly seenBefore: Uint8Array;
  readonly hasSeen: boolean;
  readonly keyHashes: Int32Array;
  readonly placeOfKey: ReadonlyMap<string, number>;
  /** The compiled bank that all are of; `null` where there is none. */
  readonly bank: CurveMatrix | null;
  /** The row of each in the bank; `null` where that is its place. */
  readonly rows: Int32Array | null;
  readonly hasSets: boolean;
  /**
   * Room for a figure per candidate, written anew at each choice: making it anew would take longer
   * than all the figures do.
   */
  readonly room: { readonly [use in 'information' | 'expectedShare' | 'merit']: Float64Array };
  /** The standing of candidates none of which stands back. */
  readonly level: Uint8Array;
}

/** Lays candidates out. */
export function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const bank = bankOf(candidates);
  const rows = Int32Array.from(candidates, ({ item }) => (isBanked(item) ? item.row : 0));
  const isWhole = bank?.items === candidates.length && rows.every((row, place) => row === place);
  return {
    candidates,
    left: Int32Array.from(candidates, (_, place) => place),
    ...laidOutByContent(candidates),
    exposureRates: Float64Array.from(candidates, ({ exposureRate }) => exposureRate),
    exposureUnits: Float64Array.from(candidates, ({ exposureRate }) =>
      Math.round(exposureRate * RATE_UNIT),
    ),
    seenBefore: Uint8Array.from(candidates, ({ seenBefore }) => (seenBefore ? 1 : 0)),
    hasSeen: candidates.some(({ seenBefore }) => seenBefore),
    keyHashes: Int32Array.from(candidates, ({ key }) => hashOfKey(key)),
    placeOfKey: new Map(candidates.map(({ key }, place) => [key, place])),
    bank,
    rows: isWhole ? null : rows,
    hasSets: candidates.some(({ set }) => set !== undefined),
    room: {
      information: new Float64Array(candidates.length),
      expectedShare: new Float64Array(candidates.length),
      merit: new Float64Array(candidates.length),
    },
    level: new Uint8Array(candidates.length),
  };
}

/** What changes of a candidate from one sitting to the next. */
export type Circumstances = Pick<Candidate, 'exposureRate' | 'seenBefore'>;

/** The whole pool again, for another sitting: what it takes long to lay out is kept. */
export function renewed(
  pool: CandidatePool,
  circumstancesOf: (candidate: Candidate) => Circumstances,
): CandidatePool {
  const { candidates } = pool;
  const exposureRates = new Float64Array(candidates.length);
  const exposureUnits = new Float64Array(candidates.length);
  const seenBefore = new Uint8Array(candidates.length);
  for (const [place, candidate] of candidates.entries()) {
    const now = circumstancesOf(candidate);
    exposureRates[place] = now.exposureRate;
    exposureUnits[place] = Math.round(now.exposureRate * RATE_UNIT);
    seenBefore[place] = now.seenBefore ? 1 : 0;
  }
  return {
    ...pool,
    ...leftOfEach(candidates, pool.contentsOf, pool.contents.length),
    left: Int32Array.from(candidates.keys()),
    exposureRates,
    exposureUnits,
    seenBefore,
    hasSeen: seenBefore.includes(1),
  };
}

type ByContent = Pick<
  CandidatePool,
  'contents' | 'contentOf' | 'contentsOf' | 'leftOf' | 'descriptorsLeft'
>;

function laidOutByContent(candidates: readonly Candidate[]): ByContent {
  const contents: ItemContent[] = [];
  const contentsOf = new Map<string, number[]>();
  const contentOf = Int32Array.from(candidates, ({ descriptor, level }) => {
    const own = contentsOf.get(descriptor) ?? [];
    contentsOf.set(descriptor, own);
    const known = own.find((content) => contents[content]?.level === level);
    if (known !== undefined) return known;
    contents.push({ descriptor, ...(level === undefined ? {} : { level }) });
    own.push(contents.length - 1);
    return contents.length - 1;
  });
  return {
    contents,
    contentOf,
    contentsOf,
    ...leftOfEach(candidates, contentsOf, contents.length),
  };
}

function leftOfEach(
  candidates: readonly Candidate[],
  contentsOf: ReadonlyMap<string, readonly number[]>,
  contents: number,
): Pick<CandidatePool, 'leftOf' | 'descriptorsLeft'> {
  const leftOf = new Int32Array(contents);
  for (const { descriptor } of candidates) {
    const first = contentsOf.get(descriptor)?.[0] ?? 0;
    leftOf[first] = (leftOf[first] ?? 0) + 1;
  }
  return { leftOf, descriptorsLeft: contentsOf.size };
}

/** The pool without the candidate of a key, such as the one that was given. */
export function without(pool: CandidatePool, key: string): CandidatePool {
  const place = pool.placeOfKey.get(key) ?? -1;
  const at = pool.left.indexOf(place);
  const first = pool.contentsOf.get(pool.candidates[place]?.descriptor ?? '')?.[0];
  if (at < 0 || first === undefined) return pool;
  const left = new Int32Array(pool.left.length - 1);
  left.set(pool.left.subarray(0, at));
  left.set(pool.left.subarray(at + 1), at);
  const leftOf = pool.leftOf.slice();
  const others = (leftOf[first] ?? 1) - 1;
  leftOf[first] = others;
  const descriptorsLeft = pool.descriptorsLeft - (others === 0 ? 1 : 0);
  return { ...pool, left, leftOf, descriptorsLeft };
}

/** The descriptors of which candidates are left. */
export const descriptorsLeft = (
  pool: CandidatePool,
): Pick<ReadonlySet<string>, 'has' | 'size'> => ({
  size: pool.descriptorsLeft,
  has: (descriptor) => (pool.leftOf[pool.contentsOf.get(descriptor)?.[0] ?? -1] ?? 0) > 0,
});

/** The bank that all the candidates were compiled in. */
function bankOf(candidates: readonly Candidate[]): CurveMatrix | null {
  const [first] = candidates;
  if (!first || !isBanked(first.item)) return null;
  const { bank } = first.item;
  return candidates.every(({ item }) => isBanked(item) && item.bank === bank) ? bank : null;
}
