import { Conflict, type Row, type Statement, type Store, StoreUnavailable } from '@jalon/store';

/** The process stops: the job is left where its last step ended. */
export class JobLeft extends Error {
  override readonly name = 'JobLeft';
}

/** Another worker has taken the job, or may have. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface Lease {
  store: Store;
  clock: () => Date;
  leaseMs: number;
  /** Aborts when the process is about to stop. */
  stopping: AbortSignal;
}

/**
 * A job that this process has taken: shows in time that its worker lives, keeps how far it is, and
 * knows when it is lost. Call `release` in the end, whatever happens.
 */
export function holdJob(lease: Lease, job: Pick<Row<'job'>, 'id' | 'tries' | 'dueAt'>) {
  const { store, clock, leaseMs, stopping } = lease;
  const held = { id: job.id, tries: job.tries };
  const lost = new AbortController();
  let leaseEnd = job.dueAt;

  const nextEnd = () => new Date(clock().getTime() + leaseMs);
  const lose = () => lost.abort(new LeaseLost('another worker has the job'));

  /** Writes what only the job's holder may write, and learns from a conflict that it is none. */
  async function writeHeld(change: Statement, changes: readonly Statement[] = []): Promise<void> {
    if (lost.signal.aborted) throw lost.signal.reason;
    try {
      await store.write(change, ...changes);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // A change of the step may have met a conflict of its own.
      const now = await store.read.jobs.byId(held.id);
      if (now?.status === 'running' && now.tries === held.tries) throw error;
      lose();
      throw lost.signal.reason;
    }
  }

  async function beat(): Promise<void> {
    const end = nextEnd();
    try {
      await writeHeld(store.change.extendLease(held, end));
      leaseEnd = end;
    } catch (error) {
      // Out of reach for a while: the job stays ours until its lease has run out.
      if (error instanceof StoreUnavailable && clock() < leaseEnd) return;
      lose();
    }
  }
  const beating = setInterval(() => void beat(), leaseMs / 3).unref();

  return {
    signal: AbortSignal.any([stopping, lost.signal]),
    isLost: () => lost.signal.aborted,
    writeHeld,
    async progress(percent: number, checkpoint: unknown, ...changes: Statement[]): Promise<void> {
      const end = nextEnd();
      const reached = { percent: Math.floor(percent), checkpoint, leaseEnd: end };
      await writeHeld(store.change.keepProgress(held, reached), changes);
      leaseEnd = end;
      if (stopping.aborted) throw new JobLeft('the process stops');
    },
    release: () => clearInterval(beating),
  };
}
