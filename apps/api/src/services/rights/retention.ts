import type { Store } from '@jalon/store';
import { z } from 'zod';
import type { JobTry } from '../jobs/kind.ts';
import { defineJob, type JobKind } from '../jobs/kind.ts';
import type { JobLog } from '../jobs/run-job.ts';
import { DRAFT_HOURS } from '../rosters/draft.ts';
import { erasePupil, type RightsContext } from './erase.ts';
import { isKeptLongEnough, JOBS_KEPT_DAYS, LOOKS_KEPT_MONTHS, monthsBefore } from './keep.ts';

/** The kind of the daily job that ends what has had its time. */
export const RETENTION = 'retention';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So long an administrator sees that a link has ended unused. */
const ENDED_LINK_DAYS = 30;
const PUPILS_A_LOOK = 50;

const input = z.strictObject({});
/** How many of each have gone so far. */
const checkpoint = z.strictObject({
  sessions: z.int(),
  looks: z.int(),
  jobs: z.int(),
  pupils: z.int(),
});
type Gone = z.output<typeof checkpoint>;

export interface RetentionContext extends RightsContext {
  keepMonths: number;
  log: JobLog;
}

/**
 * Forgets sessions that ended, looks and jobs that are old enough, and erases the pupils who were
 * kept long enough after their last school year. Says how many; its outcome is the same figures.
 */
export function retentionJob(context: RetentionContext): JobKind {
  const { store, log } = context;
  return defineJob({
    kind: RETENTION,
    input,
    checkpoint,
    async run(job) {
      const gone = job.checkpoint ?? (await forgetOverdue(context, job));
      await erasePupilsWhoLeft(context, job, gone);
      await store.write(...store.change.eraseRemnants());
      log.info(gone, 'what had its time is gone');
      return gone;
    },
  });
}

type Try = JobTry<z.output<typeof input>, Gone>;

async function forgetOverdue({ store, clock }: RetentionContext, { progress }: Try): Promise<Gone> {
  const now = clock();
  const before = {
    sessions: now,
    looks: monthsBefore(now, LOOKS_KEPT_MONTHS),
    jobs: new Date(now.getTime() - JOBS_KEPT_DAYS * DAY_MS),
  };
  const gone: Gone = { ...(await store.read.rights.countOverdue(before)), pupils: 0 };
  await progress(
    10,
    gone,
    store.change.forgetTokensExpiredBefore(before.sessions),
    store.change.forgetLooksBefore(before.looks),
    store.change.forgetJobsEndedBefore(before.jobs),
    store.change.forgetInvitationsExpiredBefore(new Date(now.getTime() - ENDED_LINK_DAYS * DAY_MS)),
    store.change.forgetRosterDraftsBefore(new Date(now.getTime() - DRAFT_HOURS * HOUR_MS)),
  );
  return gone;
}

/** Each pupil goes in one batch with the figure that counts them. */
async function erasePupilsWhoLeft(
  context: RetentionContext,
  { progress }: Try,
  gone: Gone,
): Promise<void> {
  const { store } = context;
  const years = await yearsThatAreOver(context, store);
  const { pupils: before } = gone;
  const all = before + (await store.read.rights.countPupilsOfYears(years));
  for (;;) {
    const some = await store.read.rights.pupilsOfYears(years, PUPILS_A_LOOK);
    if (some.length === 0) return;
    for (const pupil of some) {
      const next = gone.pupils + 1;
      const percent = Math.min(99, 10 + (89 * next) / all);
      await erasePupil(context, pupil, (...batch) =>
        progress(percent, { ...gone, pupils: next }, ...batch),
      );
      gone.pupils = next;
    }
  }
}

async function yearsThatAreOver(
  { keepMonths, clock }: RetentionContext,
  store: Store,
): Promise<string[]> {
  const years = await store.read.rights.schoolYears();
  return years.filter((year) => isKeptLongEnough(year, keepMonths, clock()));
}
