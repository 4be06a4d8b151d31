import type { Store } from '@jalon/store';
import { type Engines, itemKey, type ScoredAnswer } from '../engine.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type AttemptRow, keysOf } from './choose-item.ts';
import { sealOfAttempt } from './seal-of-attempt.ts';

/** An attempt, what its responses earned, and what the pupil met before. */
export interface Evidence {
  attempt: AttemptRow;
  /** In their order. */
  answers: readonly ScoredAnswer[];
  /** Of the last response, or of the attempt before the first: what the next is sealed to. */
  seal: string;
  /** Keys of the items of the competence that the pupil met in other attempts. */
  met: ReadonlySet<string>;
}

/**
 * The evidence of the sittings that are under way, by attempt. Responses are only ever added, and
 * an attempt changes with each of them alone: up to a count both are always the same, so that they
 * may be kept, and an answer reads nothing. Another process that takes an answer moves the count
 * on; the batch that was made from an older count is then refused by the store.
 */
export type RecentEvidence = RecentlyUsed<string, Evidence>;

/**
 * As many sittings as one process of a country has under way at once (docs/benchmarks/country.md),
 * 2 kB each: of more, each answer would read and count its responses again.
 */
const SITTINGS_KEPT = 12_000;

export const createRecentEvidence = (): RecentEvidence => new RecentlyUsed(SITTINGS_KEPT);

/** Where a pupil's attempt stands, as kept, if it waits for the answer of that rank; or as read. */
export async function attemptAt(
  { store, evidence }: Kept,
  pupil: { id: string; schoolId: string },
  attemptId: string,
  ordinal: number,
): Promise<AttemptRow | null> {
  const known = evidence.get(attemptId)?.attempt;
  const isTheirs = known?.schoolId === pupil.schoolId && known.pupilId === pupil.id;
  if (isTheirs && known.answered + 1 === ordinal) return known;
  return store.read.attempts.byId({ schoolId: pupil.schoolId, attemptId });
}

/** What an attempt's responses say up to now: as kept, or from the responses themselves. */
export async function evidenceOf(
  { store, evidence, engines }: Kept & { engines: Engines },
  attempt: AttemptRow,
): Promise<Evidence> {
  const { id, schoolId, pupilId, competence, answered } = attempt;
  const known = evidence.get(id);
  if (known?.attempt.answered === answered) return known;
  const rows =
    answered === 0 ? [] : await store.read.attempts.responses({ schoolId, attemptId: id });
  const answers = rows.slice(0, answered).map(({ itemId, itemVersion, points, possible }) => ({
    itemId,
    itemVersion,
    points,
    possible,
  }));
  const seen = await store.read.attempts.itemsSeen({ schoolId, pupilId, competence });
  const given = keysOf(answers);
  const elsewhere = seen.filter((row) => !given.has(itemKey(row.itemId, row.itemVersion)));
  const seal = (answered > 0 ? rows[answered - 1]?.seal : null) ?? sealOfAttempt(engines, attempt);
  return { attempt, answers, seal, met: keysOf(elsewhere) };
}

interface Kept {
  store: Store;
  evidence: RecentEvidence;
}
