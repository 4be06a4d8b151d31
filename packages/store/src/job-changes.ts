import { and, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Row, Tables } from './tables/index.ts';

/** What is asked for when a job is. */
export type AskedJob = Pick<
  NewRow<'job'>,
  'id' | 'kind' | 'uniqueKey' | 'schoolId' | 'input' | 'dueAt' | 'createdAt'
>;

/** A job as one worker holds it: `tries` is the version that no other worker shares. */
export type HeldJob = Pick<Row<'job'>, 'id' | 'tries'>;

/** The changes of durable jobs. All but the first and the last apply to one job or are undone. */
export function jobChanges(db: Db, { job }: Tables) {
  const isHeld = ({ id, tries }: HeldJob) =>
    and(eq(job.id, id), eq(job.status, 'running'), eq(job.tries, tries));
  const ofHeld = (held: HeldJob, set: Partial<NewRow<'job'>>): Statement =>
    statement(db.update(job).set(set).where(isHeld(held)), 1);

  return {
    /** Asks for a job. Where one of that kind and key is there already, it stays as it is. */
    enqueueJob(asked: AskedJob): Statement {
      const fresh = { status: 'waiting' as const, tries: 0, percent: 0 };
      const row = { ...asked, ...fresh, checkpoint: null, outcome: null, error: null };
      return statement(
        db
          .insert(job)
          .values({ ...row, finishedAt: null })
          .onConflictDoNothing({ target: [job.kind, job.uniqueKey] }),
      );
    },

    /**
     * Takes a job that is due, as it was read, and holds it until `leaseEnd`. A job that was taken
     * meanwhile, or whose worker has shown that it lives, is another's.
     */
    takeJob(
      { id, status, tries }: Pick<Row<'job'>, 'id' | 'status' | 'tries'>,
      { now, leaseEnd }: { now: Date; leaseEnd: Date },
    ): Statement {
      const asRead = and(
        eq(job.id, id),
        eq(job.status, status),
        inArray(job.status, ['waiting', 'running']),
        eq(job.tries, tries),
      );
      return statement(
        db
          .update(job)
          .set({ status: 'running', tries: sql`${job.tries} + 1`, dueAt: leaseEnd })
          .where(and(asRead, lte(job.dueAt, now))),
        1,
      );
    },

    /** Shows that a job's worker lives. */
    extendLease: (held: HeldJob, leaseEnd: Date) => ofHeld(held, { dueAt: leaseEnd }),

    /** Keeps how far a job is, and shows that its worker lives. */
    keepProgress: (
      held: HeldJob,
      reached: { percent: number; checkpoint: unknown; leaseEnd: Date },
    ) => {
      const { percent, checkpoint, leaseEnd } = reached;
      return ofHeld(held, { percent, checkpoint, dueAt: leaseEnd });
    },

    /** Ends a job well. */
    finishJob: (held: HeldJob, outcome: unknown, finishedAt: Date) =>
      ofHeld(held, { status: 'done', percent: 100, outcome, error: null, finishedAt }),

    /** Ends a job for good, with a word that says why. */
    failJob: (held: HeldJob, error: string, finishedAt: Date) =>
      ofHeld(held, { status: 'failed', error, finishedAt }),

    /** Gives a job back, to be taken again from `dueAt` on; `error` says why its last try ended. */
    giveBackJob: (held: HeldJob, dueAt: Date, error: string | null) =>
      ofHeld(held, { status: 'waiting', dueAt, error }),

    /** Forgets the jobs that ended before an instant. */
    forgetJobsEndedBefore(instant: Date): Statement {
      const hasEnded = inArray(job.status, ['done', 'failed']);
      return statement(db.delete(job).where(and(hasEnded, lt(job.finishedAt, instant))));
    },
  };
}
