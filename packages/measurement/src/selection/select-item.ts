import { MeasurementError } from '../core/errors.ts';
import type { Random } from '../core/random.ts';
import type { Posterior } from '../ability/posterior.ts';
import type { Candidate, GivenItem } from './candidate.ts';
import { placesToCompare } from './consider.ts';
import { type ContentPlan, contentPriority, evenPriority } from './content.ts';
import { type Criterion, meanOfEach } from './criterion.ts';
import { certaintyAt, progressive, spared } from './exposure.ts';
import { keyedRandom } from './key-random.ts';
import { type CandidatePool, descriptorsLeft, poolOf, RATE_UNIT } from './pool.ts';
import { posteriorInformation } from './posterior-information.ts';
import { checkSetRules, leftSets, ofBestSet, openSet, type SetRules } from './sets.ts';
import { isFull, standings } from './standing.ts';

export type { Candidate, GivenItem };

/** What selection knows of the sitting so far: its items in their order, or their descriptors. */
export type SittingSoFar =
  | { readonly given: readonly GivenItem[]; readonly descriptorsSeen?: undefined }
  | { readonly descriptorsSeen: ReadonlySet<string>; readonly given?: undefined };

export type SelectionRequest = SelectionRules & SittingSoFar;

export interface SelectionRules {
  /** Items not yet given in this sitting: a list, or a pool of it (`poolOf`), which is faster. */
  readonly candidates: readonly Candidate[] | CandidatePool;
  readonly posterior: Posterior;
  /** Rank of the item to choose in the sitting: 1 for the first. */
  readonly position: number;
  readonly maxItems: number;
  readonly rng: Random;
  /** What makes an item worth giving; absent, `posteriorInformation`. */
  readonly criterion?: Criterion;
  /** What the sitting should be about; absent, of every descriptor alike (`evenPriority`). */
  readonly content?: ContentPlan;
  /** How items of a set follow each other; absent, sets are not looked at. Needs `given`. */
  readonly sets?: SetRules;
  /**
   * Share of sittings from which an item comes last, 0 to 1 (restricted method, Revuelta & Ponsoda
   * 1998); absent, exposure is not bounded.
   */
  readonly maxExposureRate?: number;
}

/**
 * The key of the item to give next: the largest of `[(1 - s)·R + s·I] × content × exposure`, where
 * - I is the criterion: the item's information averaged over the posterior, unless another is given;
 * - (1 - s)·R + s·I is the progressive method (`progressive`), which varies the first items most;
 * - content is the maximum priority index (`contentPriority`);
 * - exposure spares what is given more often than the mean of the candidates (`spared`).
 *
 * Before that, candidates that should come last are left out while there are others: those met in
 * earlier sittings, for the first two places those that the pupil will more probably miss, those
 * given too often, those of full content (`standings`, in which order).
 *
 * Where items come in sets, a set is opened for the mean merit of the items that would be given of
 * it, and its items follow each other while the best of them tells enough. Items on one document
 * depend on each other more than on the ability alone (testlet effect; Bradlow, Wainer & Wang 1999,
 * Psychometrika 64, 153-168). That is not modelled: each answer counts as if it stood alone, so the
 * standard error is somewhat too small after a long set, which is what `sets.maxItems` bounds.
 *
 * The same candidates (in any order), posterior and seed give the same key.
 *
 * Throws `no-candidates` for an empty list, `invalid-argument` for a position below 1, a plan or
 * rules of sets that cannot be.
 */
export function selectItem(request: SelectionRequest): string {
  checkRequest(request);
  const { posterior, position, maxItems, content, sets, maxExposureRate } = request;
  const pool = 'left' in request.candidates ? request.candidates : poolOf(request.candidates);
  const given = givenItems(request);
  const { criterion = posteriorInformation } = request;
  const open = sets ? openSet(given, sets) : null;

  const weights = criterion(posterior);
  const informations = meanOfEach('information', pool, weights, posterior.grid);
  const priorities = content
    ? pool.contents.map(contentPriority(content, given, maxItems))
    : evenPriorities(pool, given, maxItems);
  const standing = standings(pool, {
    posterior,
    position,
    leftSets: sets ? leftSets(given, open) : new Set(),
    maxExposureRate,
    priorities,
  });
  const minShare = sets?.minShare ?? 1;
  const places = placesToCompare({ pool, standing, informations, open, minShare });

  const compared = { pool, places, standing, informations, priorities };
  const certainty = certaintyAt(position, maxItems);
  const { largest, meritOf } = merits(compared, certainty, keyedRandom(request.rng));
  const { candidates } = pool;
  if (!pool.hasSets || sets === undefined || open !== null) {
    // No merit is above this: content and exposure only take away.
    const bounds = { of: informations, factor: certainty, plus: (1 - certainty) * largest };
    return keyOfLargest(candidates, places, meritOf, bounds);
  }
  const merit = pool.room.merit;
  for (const place of places) merit[place] = meritOf(place);
  const mostOfSet = Math.min(sets.maxItems, maxItems - position + 1);
  const among = Int32Array.from(ofBestSet(candidates, merit, places, mostOfSet));
  const none = { of: merit, factor: 1, plus: 0 };
  return keyOfLargest(candidates, among, (place) => merit[place] ?? 0, none);
}

/** The priority of each content of a pool where nothing is planned. */
function evenPriorities(
  pool: CandidatePool,
  given: readonly GivenItem[],
  maxItems: number,
): number[] {
  const { met, ofMet } = evenPriority(descriptorsLeft(pool), given, maxItems);
  const priorities = new Array<number>(pool.contents.length).fill(1);
  for (const descriptor of met) {
    for (const content of pool.contentsOf.get(descriptor) ?? []) priorities[content] = ofMet;
  }
  return priorities;
}

/** What is known of the candidates that are compared, by their places. */
interface Compared {
  readonly pool: CandidatePool;
  readonly places: Int32Array;
  readonly standing: Uint8Array;
  readonly informations: Float64Array;
  /** Of each content. */
  readonly priorities: readonly number[];
}

/** The merit of each candidate that is compared, and the largest information among them. */
function merits(compared: Compared, certainty: number, draw: (keyHash: number) => number) {
  const { pool, places, standing, informations, priorities } = compared;
  const { contentOf, exposureRates, exposureUnits, keyHashes } = pool;
  let largest = 0;
  let exposures = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const information = informations[place] ?? 0;
    if (information > largest) largest = information;
    exposures += exposureUnits[place] ?? 0;
  }
  const meanExposure = exposures / RATE_UNIT / places.length;
  const meritOf = (place: number): number => {
    const priority = isFull(standing[place] ?? 0) ? 1 : (priorities[contentOf[place] ?? 0] ?? 0);
    const chance = draw(keyHashes[place] ?? 0);
    return (
      progressive(informations[place] ?? 0, largest, chance, certainty) *
      (priority * spared(exposureRates[place] ?? 0, meanExposure))
    );
  };
  return { largest, meritOf };
}

/** What merits cannot be above: `factor` times a figure by place, and `plus`. */
interface Bounds {
  readonly of: Float64Array;
  readonly factor: number;
  readonly plus: number;
}

/**
 * The key of the largest merit; of equals, the first by key, so that their order changes nothing. A
 * merit that cannot be the largest is not asked for: it costs more than all the rest.
 */
function keyOfLargest(
  candidates: readonly Candidate[],
  places: Int32Array,
  meritOf: (place: number) => number,
  { of, factor, plus }: Bounds,
): string {
  let best: string | null = null;
  let most = -Infinity;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    // A billionth more, for what rounding may take from a bound.
    if ((plus + factor * (of[place] ?? 0)) * (1 + 1e-9) < most) continue;
    const merit = meritOf(place);
    if (merit < most) continue;
    const key = candidates[place]?.key;
    if (key === undefined) continue;
    if (merit > most || best === null || key < best) best = key;
    most = merit;
  }
  if (best === null) {
    throw new MeasurementError('no-candidates', 'There is no item left to choose from.');
  }
  return best;
}

/** The items given so far; where only their descriptors are told, one of each. */
function givenItems({ given, descriptorsSeen }: SittingSoFar): readonly GivenItem[] {
  return given ?? Array.from(descriptorsSeen, (descriptor) => ({ descriptor }));
}

function checkRequest({ position, maxItems, sets }: SelectionRequest): void {
  if (sets) checkSetRules(sets);
  if (Number.isInteger(position) && position >= 1 && Number.isInteger(maxItems) && maxItems >= 1) {
    return;
  }
  throw new MeasurementError(
    'invalid-argument',
    `Selection counts positions from 1 in a sitting of at least 1; got ${position} of ${maxItems}.`,
  );
}
