import type { Kit } from './kit.ts';

/** What keeps the service running: jobs, erasures, and counts that many processes share. */
export function operationTables(kit: Kit) {
  const { table, primaryKey, index, uniqueIndex, id, text, whole, instant, json, choice } = kit;

  /** Long work that outlives a request and a process. */
  const job = table(
    'job',
    {
      id: id().primaryKey(),
      kind: text().notNull(),
      /** Two jobs of a kind with the same key are one. */
      uniqueKey: text().notNull(),
      /** None where the job is about no school in particular. */
      schoolId: id(),
      input: json().notNull(),
      status: choice('waiting', 'running', 'done', 'failed').notNull(),
      /** How often it was begun; also the version that its worker must find. */
      tries: whole().notNull(),
      /** Not to be begun before; while it runs, when its worker counts as gone. */
      dueAt: instant().notNull(),
      /** From 0 to 100. */
      percent: whole().notNull(),
      /** Where to go on after a stop; none before the first. */
      checkpoint: json(),
      /** What it gave; none before it is done. */
      outcome: json(),
      /** Why its last try ended, in a word. */
      error: text(),
      createdAt: instant().notNull(),
      finishedAt: instant(),
    },
    (t) => [
      uniqueIndex('job_unique_key').on(t.kind, t.uniqueKey),
      index('job_due').on(t.status, t.dueAt),
    ],
  );

  /** Who was erased: ids that mean nothing elsewhere, kept so that no restore brings them back. */
  const erasure = table(
    'erasure',
    {
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      erasedAt: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.schoolId, t.pupilId] })],
  );

  /** Derived: how often each item was answered and each competence begun, over all schools. */
  const exposureCount = table(
    'exposure_count',
    {
      subject: choice('item', 'competence').notNull(),
      key: text().notNull(),
      times: whole().notNull(),
    },
    (t) => [primaryKey({ columns: [t.subject, t.key] })],
  );

  return { job, erasure, exposureCount };
}
