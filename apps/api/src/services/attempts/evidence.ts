import { type Posterior, updatePosterior } from '@jalon/measurement';
import type { Store } from '@jalon/store';
import { type Engine, itemKey } from '../engine.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type AttemptRow, estimateAttempt, keysOf, type ResponseRow } from './choose-item.ts';

/** What the responses of an attempt say together. */
export interface Evidence {
  /** How many they are. */
  answered: number;
  /** Keys of the items they answer. */
  given: ReadonlySet<string>;
  posterior: Posterior;
}

/**
 * The evidence of the sittings that are under way, by attempt. Responses are only ever added: those
 * of an attempt up to a count are always the same, so that what they say may be kept, and each
 * answer need not read and count those before it. Another process that takes an answer moves the
 * count on, and what is kept here for an older count is not used.
 */
export type RecentEvidence = RecentlyUsed<string, Evidence>;

/** As many sittings as may be under way at once before responses are read again; 5 kB each. */
const SITTINGS_KEPT = 4_000;

export const createRecentEvidence = (): RecentEvidence => new RecentlyUsed(SITTINGS_KEPT);

/** What an attempt's responses say up to now: as kept, or from the responses themselves. */
export async function evidenceOf(
  { store, evidence }: { store: Store; evidence: RecentEvidence },
  engine: Engine,
  attempt: AttemptRow,
): Promise<Evidence> {
  const { id, schoolId, answered, priorMean, priorSd } = attempt;
  const known = evidence.get(id);
  if (known?.answered === answered) return known;
  const rows =
    answered === 0 ? [] : await store.read.attempts.responses({ schoolId, attemptId: id });
  const counted = rows.slice(0, answered);
  const { posterior } = estimateAttempt(engine, { mean: priorMean, sd: priorSd }, counted);
  return { answered, given: keysOf(counted), posterior };
}

/** The evidence with one more answer, to the same bits as from all of them at once. */
export function withAnswer(
  engine: Engine,
  { answered, given, posterior }: Evidence,
  answer: Pick<ResponseRow, 'itemId' | 'itemVersion' | 'points' | 'possible'>,
): Evidence {
  const { itemId, itemVersion, points, possible } = answer;
  return {
    answered: answered + 1,
    given: new Set(given).add(itemKey(itemId, itemVersion)),
    posterior: updatePosterior(posterior, {
      item: engine.item(itemId, itemVersion).parameters,
      score: points / possible,
    }),
  };
}
