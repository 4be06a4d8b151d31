import { isDeepStrictEqual } from 'node:util';
import type { Store } from '@jalon/store';
import type { Acknowledged } from './pupil-client.ts';

/** What a database does not hold as it was acknowledged. */
export interface Findings {
  /** Acknowledged answers that are not there as they were given. */
  lost: number;
  /** Answers that are there twice, or that nobody gave. */
  doubled: number;
  /** Attempts whose place or estimate is not that of their last answer. */
  torn: number;
}

export const nothingFound: Findings = { lost: 0, doubled: 0, torn: 0 };

export const addFindings = (a: Findings, b: Findings): Findings => ({
  lost: a.lost + b.lost,
  doubled: a.doubled + b.doubled,
  torn: a.torn + b.torn,
});

export const isClean = ({ lost, doubled, torn }: Findings): boolean => lost + doubled + torn === 0;

/**
 * Looks for acknowledged answers in a store. One answer of each attempt may be there without its
 * acknowledgement, which the fault cut off; `settled` says that there can be none of these.
 */
export async function findMissing(
  store: Store,
  schoolId: string,
  acknowledged: readonly Acknowledged[],
  settled = false,
): Promise<Findings> {
  let { lost, doubled, torn } = nothingFound;
  for (const [attemptId, answers] of Map.groupBy(acknowledged, (one) => one.attemptId)) {
    const where = { schoolId, attemptId };
    const attempt = await store.read.attempts.byId(where);
    const rows = await store.read.attempts.responses(where);
    if (!attempt) {
      lost += answers.length;
      continue;
    }
    // An answer, its estimate and the attempt's place are one batch: all there or none.
    const last = rows.at(-1);
    const isWhole =
      attempt.answered === rows.length &&
      rows.every(({ ordinal }, index) => ordinal === index + 1) &&
      (!last || (attempt.ability === last.ability && attempt.standardError === last.standardError));
    if (!isWhole) torn += 1;

    const keys = new Set(rows.map(({ clientKey }) => clientKey));
    const unasked = rows.length - answers.length - (settled ? 0 : 1);
    doubled += rows.length - keys.size + Math.max(0, unasked);
    for (const { ordinal, clientKey, response } of answers) {
      const row = rows[ordinal - 1];
      if (row?.clientKey !== clientKey || !isDeepStrictEqual(row.response, response)) lost += 1;
    }
  }
  return { lost, doubled, torn };
}
