import { type Row, StoreUnavailable } from '@jalon/store';
import { holdJob, JobLeft, type Lease } from './held-job.ts';
import { JobFailed, type JobKind } from './kind.ts';
import { retryDelayMs } from './retry-delay.ts';

/** Where a runner says what became of its jobs. It names kinds and ids of jobs, never a person. */
export interface JobLog {
  info(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

export interface RunContext extends Lease {
  random: () => number;
  log: JobLog;
}

/**
 * Runs a job that this process has just taken, and keeps how it ended: done, failed for good, or
 * given back to be tried again. Never rejects.
 */
export async function runJob(context: RunContext, kind: JobKind, job: Row<'job'>): Promise<void> {
  const { log } = context;
  const about = { job: job.id, kind: job.kind, tries: job.tries };
  const held = holdJob(context, job);
  try {
    const ending = await tryOnce(context, kind, job, held);
    if (ending === null) return;
    await held.writeHeld(ending.change);
    if (ending.error === null) log.info(about, ending.words);
    else log.error({ ...about, err: ending.error }, ending.words);
  } catch (error) {
    // Its lease runs out, and another worker takes it from its last checkpoint.
    if (!held.isLost()) log.error({ ...about, err: error }, 'the end of a job was not kept');
  } finally {
    held.release();
  }
}

type Held = ReturnType<typeof holdJob>;

/** One try, and the change that keeps how it ended; `null` where the job is another's now. */
async function tryOnce(context: RunContext, kind: JobKind, job: Row<'job'>, held: Held) {
  const { store, clock, random } = context;
  const { change } = store;
  if (job.tries > kind.mostTries) {
    const error = new JobFailed('begun-too-often');
    return { change: change.failJob(job, error.word, clock()), error, words: 'a job failed' };
  }
  try {
    const { input, checkpoint } = job;
    const { signal, progress } = held;
    const outcome = await kind.run({ input, checkpoint, signal, progress });
    return { change: change.finishJob(job, outcome, clock()), error: null, words: 'a job is done' };
  } catch (error) {
    if (held.isLost()) return null;
    if (error instanceof JobLeft || (context.stopping.aborted && isAbort(error))) {
      const back = change.giveBackJob(job, clock(), null);
      return { change: back, error: null, words: 'a job is left for later' };
    }
    const isOver = error instanceof JobFailed || job.tries >= kind.mostTries;
    if (isOver) {
      return { change: change.failJob(job, wordOf(error), clock()), error, words: 'a job failed' };
    }
    const dueAt = new Date(clock().getTime() + retryDelayMs(job.tries, random));
    const back = change.giveBackJob(job, dueAt, wordOf(error));
    return { change: back, error, words: 'a job will be tried again' };
  }
}

const isAbort = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof Error && error.name === 'AbortError');

/** Why a try ended, in a word: a message might name someone. */
const wordOf = (error: unknown): string =>
  error instanceof JobFailed ? error.word : error instanceof Error ? error.name : 'unknown';
