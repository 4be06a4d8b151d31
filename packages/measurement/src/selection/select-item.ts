import { MeasurementError } from '../core/errors.ts';
import { compiledOn, type CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { expectation, type Posterior } from '../ability/posterior.ts';
import type { Random } from '../core/random.ts';

/** An item that may come next, as selection sees it. */
export interface Candidate {
  /** Names the item; unique in a list. */
  readonly key: string;
  readonly item: ItemParameters | CompiledItem;
  /** Code of the descriptor the item speaks to. */
  readonly descriptor: string;
  /** Share of sittings so far that gave this item, 0 to 1. */
  readonly exposureRate: number;
  /** Whether this pupil has met the item in an earlier sitting. */
  readonly seenBefore: boolean;
}

export interface SelectionRequest {
  /** Items not yet given in this sitting. */
  readonly candidates: readonly Candidate[];
  readonly posterior: Posterior;
  /** Rank of the item to choose in the sitting: 1 for the first. */
  readonly position: number;
  readonly maxItems: number;
  /** Descriptors already asked about in this sitting. */
  readonly descriptorsSeen: ReadonlySet<string>;
  readonly rng: Random;
}

/** How much more an item is worth for a descriptor that the sitting has not met yet. */
const NEW_DESCRIPTOR_WEIGHT = 1.25;

/** The first items of a sitting, which the pupil is to succeed more often than not. */
const GENTLE_ITEMS = 2;
const GENTLE_SUCCESS = 0.5;

/**
 * The key of the item to give next: the largest of
 * `[(1 - s)·R + s·I] × content × exposure`, where
 * - I is Fisher information averaged over the posterior (van der Linden 1998, Psychometrika 63,
 *   201-216), which counts the uncertainty of the item's difficulty;
 * - R is uniform between 0 and the largest I, and s = position / maxItems: the progressive method
 *   (Revuelta & Ponsoda 1998, Journal of Educational Measurement 35, 311-327; s starts at
 *   1/maxItems, not 0, so that even the first item is not drawn blindly, and ends at 1);
 * - content is 1.25 for a descriptor not yet met in the sitting, else 1;
 * - exposure is √(mean rate / rate) for an item given more often than the mean of the candidates,
 *   else 1: no target to set, and it works for a bank of 16 as for one of 500.
 *
 * Items the pupil met in earlier sittings come last: they are considered when nothing else is left.
 * The first two are chosen among those that the posterior expects the pupil to succeed at least
 * half of the time, where there are any: nobody begins with what they will most probably miss.
 * The same candidates (in any order), posterior and seed give the same key.
 *
 * Throws `no-candidates` for an empty list, `invalid-argument` for a position below 1.
 */
export function selectItem(request: SelectionRequest): string {
  const { posterior, position, maxItems, descriptorsSeen, rng } = request;
  if (!(
    Number.isInteger(position) &&
    position >= 1 &&
    Number.isInteger(maxItems) &&
    maxItems >= 1
  )) {
    throw new MeasurementError(
      'invalid-argument',
      `Selection counts positions from 1 in a sitting of at least 1; got ${position} of ${maxItems}.`,
    );
  }
  const unseen = unseenFirst(request.candidates);
  const candidates = position <= GENTLE_ITEMS ? gentleFirst(unseen, posterior) : unseen;
  const informations = candidates.map(({ item }) =>
    expectation(posterior.probabilities, compiledOn(item, posterior.grid).information),
  );
  const largest = Math.max(...informations);
  const meanExposure =
    candidates.reduce((sum, { exposureRate }) => sum + exposureRate, 0) / candidates.length;
  const certainty = Math.min(1, position / maxItems);

  const merits = candidates.map(({ descriptor, exposureRate }, i) => {
    const random = rng.next() * largest;
    const progressive = (1 - certainty) * random + certainty * (informations[i] ?? 0);
    const content = descriptorsSeen.has(descriptor) ? 1 : NEW_DESCRIPTOR_WEIGHT;
    const exposure = exposureRate > meanExposure ? Math.sqrt(meanExposure / exposureRate) : 1;
    return progressive * content * exposure;
  });
  const chosen = candidates[merits.indexOf(Math.max(...merits))];
  if (chosen === undefined) {
    throw new MeasurementError('no-candidates', 'There is no item left to choose from.');
  }
  return chosen.key;
}

/** The items to consider, by key, so that the order in which they were read changes nothing. */
function unseenFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const unseen = candidates.filter(({ seenBefore }) => !seenBefore);
  const considered = unseen.length > 0 ? unseen : candidates;
  return considered.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** The items that will more probably be right than not; all of them where there is none. */
function gentleFirst(candidates: readonly Candidate[], posterior: Posterior): readonly Candidate[] {
  const gentle = candidates.filter(({ item }) => {
    const { expectedShare } = compiledOn(item, posterior.grid);
    return expectation(posterior.probabilities, expectedShare) >= GENTLE_SUCCESS;
  });
  return gentle.length > 0 ? gentle : candidates;
}
