import { MeasurementError } from '../core/errors.ts';
import type { Random } from '../core/random.ts';
import type { Posterior } from '../ability/posterior.ts';
import type { Candidate, GivenItem } from './candidate.ts';
import { placesToCompare } from './consider.ts';
import { type ContentPlan, contentPriority, evenPriority } from './content.ts';
import { type Criterion, informationOfEach } from './criterion.ts';
import { progressive, spared } from './exposure.ts';
import { keyedRandom } from './key-random.ts';
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
  /** Items not yet given in this sitting. */
  readonly candidates: readonly Candidate[];
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

/** Exposure rates are summed in 2^-30ths. */
const RATE_UNIT = 2 ** 30;

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
  const { candidates, posterior, position, maxItems, content, sets, maxExposureRate } = request;
  const given = givenItems(request);
  const { criterion = posteriorInformation } = request;
  const priority = content
    ? contentPriority(content, given, maxItems)
    : evenPriority(candidates, given, maxItems);
  const open = sets ? openSet(given, sets) : null;
  const informations = informationOfEach(candidates, criterion(posterior), posterior.grid);
  const priorities = new Float64Array(candidates.length);
  for (let i = 0; i < candidates.length; i += 1) {
    const candidate = candidates[i];
    if (candidate) priorities[i] = priority(candidate);
  }
  const standing = standings(candidates, {
    posterior,
    position,
    leftSets: sets ? leftSets(given, open) : new Set(),
    maxExposureRate,
    priorities,
  });
  const minShare = sets?.minShare ?? 1;
  const places = placesToCompare({ candidates, standing, informations, open, minShare });

  let largest = 0;
  let exposures = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const information = informations[place] ?? 0;
    if (information > largest) largest = information;
    // Whole numbers, whose sum is the same in any order.
    exposures += Math.round((candidates[place]?.exposureRate ?? 0) * RATE_UNIT);
  }
  const meanExposure = exposures / RATE_UNIT / places.length;
  const certainty = Math.min(1, position / maxItems);
  const draw = keyedRandom(request.rng);
  const opens = sets !== undefined && open === null;
  const merits = new Float64Array(candidates.length);
  let most = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const candidate = candidates[place];
    if (!candidate) continue;
    const information = informations[place] ?? 0;
    const worth =
      (isFull(standing[place] ?? 0) ? 1 : (priorities[place] ?? 0)) *
      spared(candidate.exposureRate, meanExposure);
    // Where even the luckiest draw would not do, none is made: draws cost more than all the rest.
    if (!opens && progressive(information, largest, 1, certainty) * worth < most) continue;
    const merit = progressive(information, largest, draw(candidate.key), certainty) * worth;
    merits[place] = merit;
    if (merit > most) most = merit;
  }
  const mostOfSet = Math.min(sets?.maxItems ?? 1, maxItems - position + 1);
  return keyOfBest(
    candidates,
    merits,
    opens ? ofBestSet(candidates, merits, places, mostOfSet) : places,
  );
}

/** The key of the largest merit; of equals, the first by key, so that their order changes nothing. */
function keyOfBest(
  candidates: readonly Candidate[],
  merits: Float64Array,
  places: ArrayLike<number>,
): string {
  let best: string | null = null;
  let most = -Infinity;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const merit = merits[place] ?? 0;
    const key = merit < most ? undefined : candidates[place]?.key;
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
