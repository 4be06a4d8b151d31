import type { Notices, Statement, Store } from '@jalon/store';

/** The word by which processes tell each other that a job waits. */
export const JOB_NOTICE = 'job';

/** A job to ask for. */
export interface Asked {
  kind: string;
  /** Asked for twice with one key, it is one job. */
  uniqueKey: string;
  /** The school that it is about; `null` where it is about none in particular. */
  schoolId: string | null;
  /** JSON that the kind reads: ids and figures, never a name. */
  input: unknown;
  /** Not to be begun before; now unless said. */
  dueAt?: Date;
}

/** The change that asks for a job: write it in the batch of what asks for it, then wake the runners. */
export function jobToEnqueue(
  { store, clock, newId }: { store: Store; clock: () => Date; newId: () => string },
  { dueAt, ...asked }: Asked,
): Statement {
  const now = clock();
  return store.change.enqueueJob({ ...asked, id: newId(), createdAt: now, dueAt: dueAt ?? now });
}

/** Tells every process that a job waits. One that misses it looks by itself some seconds later. */
export const wakeRunners = (notices: Notices): void => notices.send(JOB_NOTICE);
