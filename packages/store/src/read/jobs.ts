import { and, asc, count, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** Durable jobs: which are due, and how one is. */
export function jobReads(db: Db, { job }: Tables) {
  return {
    /** Jobs of some kinds that wait and are due, or whose worker counts as gone; oldest first. */
    async due({ now, kinds, limit }: { now: Date; kinds: readonly string[]; limit: number }) {
      return db
        .select()
        .from(job)
        .where(
          and(
            inArray(job.status, ['waiting', 'running']),
            lte(job.dueAt, now),
            inArray(job.kind, [...kinds]),
          ),
        )
        .orderBy(asc(job.dueAt), asc(job.id))
        .limit(limit);
    },
    /** How many jobs wait, run, and have failed for good. */
    async countByStatus() {
      return db
        .select({ status: job.status, jobs: count() })
        .from(job)
        .where(inArray(job.status, ['waiting', 'running', 'failed']))
        .groupBy(job.status);
    },
    /** What the job of a kind that was done last gave, and when. */
    async newestDone(kind: string) {
      return one(
        db
          .select({ outcome: job.outcome, finishedAt: job.finishedAt })
          .from(job)
          .where(and(eq(job.kind, kind), eq(job.status, 'done')))
          .orderBy(desc(job.finishedAt), desc(job.id))
          .limit(1),
      );
    },
    async byId(id: string) {
      return one(db.select().from(job).where(eq(job.id, id)));
    },
    /** The jobs of a kind whose keys begin as given, newest first. */
    async ofKeys({ kind, prefix }: { kind: string; prefix: string }) {
      const begins = sql`substr(${job.uniqueKey}, 1, ${prefix.length}) = ${prefix}`;
      return db
        .select()
        .from(job)
        .where(and(eq(job.kind, kind), begins))
        .orderBy(desc(job.createdAt), desc(job.id));
    },
    async byKey({ kind, uniqueKey }: { kind: string; uniqueKey: string }) {
      return one(
        db
          .select()
          .from(job)
          .where(and(eq(job.kind, kind), eq(job.uniqueKey, uniqueKey))),
      );
    },
  };
}
