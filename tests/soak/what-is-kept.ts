import { isDeepStrictEqual } from 'node:util';
import type { Store } from '@jalon/store';
import type { Acknowledged } from './pupil-client.ts';
import type { LivePage } from './teacher-at-work.ts';

/**
 * How many answers the store does not hold as they were acknowledged, or holds without that.
 * An attempt whose place or estimate is not that of its last answer counts too.
 */
export async function countLost(
  store: Store,
  schoolId: string,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  let lost = 0;
  for (const [attemptId, answers] of Map.groupBy(acknowledged, (one) => one.attemptId)) {
    const where = { schoolId, attemptId };
    const rows = await store.read.attempts.responses(where);
    const attempt = await store.read.attempts.byId(where);
    if (attempt?.answered !== rows.length || attempt.ability !== rows.at(-1)?.ability) lost += 1;
    lost += Math.max(0, rows.length - answers.length);
    for (const { ordinal, clientKey, response } of answers) {
      const row = rows[ordinal - 1];
      const same = row?.clientKey === clientKey && isDeepStrictEqual(row.response, response);
      if (!same) lost += 1;
    }
  }
  return lost;
}

/** How many pupils the live pages showed last elsewhere than where the store says they are. */
export async function countMisshown(
  store: Store,
  schoolId: string,
  pages: readonly LivePage[],
): Promise<number> {
  let misshown = 0;
  for (const { assessmentId, pupils } of pages) {
    const attempts = await store.read.assessments.attempts({ schoolId, assessmentId });
    const ofPupil = new Map(attempts.map((attempt) => [attempt.pupilId, attempt]));
    const wrong = pupils.filter((shown) => {
      const attempt = ofPupil.get(shown.pupilId);
      if (!attempt) return shown.state !== 'not-started' || shown.answered !== 0;
      return (
        shown.attemptId !== attempt.id ||
        shown.answered !== attempt.answered ||
        shown.state !== (attempt.status === 'open' ? 'working' : 'finished') ||
        shown.lastAnswerAt !== (attempt.lastAnswerAt?.toISOString() ?? null)
      );
    });
    const shownIds = new Set(pupils.map(({ pupilId }) => pupilId));
    misshown += wrong.length + attempts.filter(({ pupilId }) => !shownIds.has(pupilId)).length;
  }
  return misshown;
}
