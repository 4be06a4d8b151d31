import { setTimeout as pause } from 'node:timers/promises';
import { Conflict, type Row, type Store, StoreUnavailable } from '@jalon/store';
import { JOB_NOTICE } from './enqueue.ts';
import type { JobKind } from './kind.ts';
import { type JobLog, runJob } from './run-job.ts';

export interface RunnerParts {
  store: Store;
  kinds: readonly JobKind[];
  clock: () => Date;
  random: () => number;
  log: JobLog;
  /** Jobs that this process runs at once. */
  atOnce?: number;
  /** How often to look for jobs of which no notice came. */
  pollMs?: number;
  /** After this long without a sign of life from its worker, a job is another's to take. */
  leaseMs?: number;
  /** How long a stop waits for the steps that are being done. */
  stopMs?: number;
}

export interface JobRunner {
  /** Takes nothing more, lets each job end its step, gives the jobs back. */
  stop(): Promise<void>;
}

const AT_ONCE = 2;
const POLL_MS = 5_000;
const LEASE_MS = 60_000;
const STOP_MS = 8_000;

/**
 * Runs the jobs of some kinds, from now until it is stopped. Any number of processes may run jobs
 * of one database: a job is run by one of them at a time.
 */
export function startJobs(parts: RunnerParts): JobRunner {
  const { store, clock, random, log } = parts;
  const { atOnce = AT_ONCE, pollMs = POLL_MS, leaseMs = LEASE_MS, stopMs = STOP_MS } = parts;
  const kinds = new Map(parts.kinds.map((kind) => [kind.kind, kind]));
  const stopped = new AbortController();
  const stopping = stopped.signal;
  const context = { store, clock, random, log, leaseMs, stopping };
  const running = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;

  async function take(row: Row<'job'>): Promise<Row<'job'> | null> {
    const now = clock();
    const leaseEnd = new Date(now.getTime() + leaseMs);
    try {
      await store.write(store.change.takeJob(row, { now, leaseEnd }));
      return { ...row, status: 'running', tries: row.tries + 1, dueAt: leaseEnd };
    } catch (error) {
      if (error instanceof Conflict) return null;
      throw error;
    }
  }

  async function fill(): Promise<void> {
    while (!stopping.aborted && running.size < atOnce) {
      const limit = atOnce - running.size;
      const due = await store.read.jobs.due({ now: clock(), kinds: [...kinds.keys()], limit });
      if (due.length === 0) return;
      for (const row of due) {
        const kind = kinds.get(row.kind);
        const job = kind && !stopping.aborted ? await take(row) : null;
        if (!kind || !job) continue;
        const run = runJob(context, kind, job).finally(() => {
          running.delete(run);
          look();
        });
        running.add(run);
      }
    }
  }

  /** Looks for jobs, one look at a time; asked for while it looks, it looks once more. */
  function look(): void {
    if (stopping.aborted || kinds.size === 0) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    lookAgain = false;
    looking = fill()
      .catch((error: unknown) => {
        if (stopping.aborted) return;
        const words = 'no job could be looked for';
        if (error instanceof StoreUnavailable) log.info({ why: error.message }, words);
        else log.error({ err: error }, words);
      })
      .finally(() => {
        looking = null;
        if (lookAgain) look();
      });
  }

  const unlisten = store.notices.listen((notice) => {
    if (notice === null || notice === JOB_NOTICE) look();
  });
  const polling = setInterval(look, pollMs).unref();
  look();

  return {
    async stop() {
      unlisten();
      clearInterval(polling);
      stopped.abort();
      await looking;
      const late = new AbortController();
      await Promise.race([
        Promise.allSettled(running),
        pause(stopMs, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
    },
  };
}
