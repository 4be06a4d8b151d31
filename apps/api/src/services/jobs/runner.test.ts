import { openStore, type Store } from '@jalon/store';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { jobToEnqueue, wakeRunners } from './enqueue.ts';
import { defineJob, JobFailed, type JobKind, type JobTry } from './kind.ts';
import { type JobRunner, type RunnerParts, startJobs } from './runner.ts';

let test: TestStore;
let store: Store;
let nowMs: number;
let logged: object[];
const runners: JobRunner[] = [];
beforeEach(async () => {
  test = await openTestStore();
  store = test.store;
  nowMs = 1_000_000;
  logged = [];
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await test.close();
});

const clock = () => new Date(nowMs);
const log = {
  info: (fields: object) => void logged.push(fields),
  error: (fields: object) => void logged.push(fields),
};

function runs(kinds: JobKind[], over: Partial<RunnerParts> = {}): JobRunner {
  const runner = startJobs({ store, kinds, clock, random: () => 0, log, pollMs: 20, ...over });
  runners.push(runner);
  return runner;
}

async function ask(kind: string, uniqueKey = 'one', input: unknown = { steps: 3 }): Promise<void> {
  const context = { store, clock, newId: randomUUID };
  await store.write(jobToEnqueue(context, { kind, uniqueKey, schoolId: null, input }));
  wakeRunners(store.notices);
}

const jobOf = async (kind: string, uniqueKey = 'one') => {
  const row = await store.read.jobs.byKey({ kind, uniqueKey });
  if (!row) throw new Error(`No job ${kind}.`);
  return row;
};
const becomes = (kind: string, what: object, uniqueKey = 'one') =>
  vi.waitFor(async () => expect(await jobOf(kind, uniqueKey)).toMatchObject(what), 5_000);

type CountTry = JobTry<{ steps: number }, number>;
const counting = (run: (job: CountTry) => Promise<unknown>, mostTries?: number) =>
  defineJob({
    kind: 'count',
    input: z.strictObject({ steps: z.int() }),
    checkpoint: z.int(),
    ...(mostTries !== undefined && { mostTries }),
    run,
  });

/** Counts up to its steps; each counts once in a table of figures, with the checkpoint. */
const countSteps = async ({ input, checkpoint, progress }: CountTry) => {
  for (let step = (checkpoint ?? 0) + 1; step <= input.steps; step += 1) {
    const row = { subject: 'item' as const, key: `step ${step}`, times: 1 };
    await progress((100 * step) / input.steps, step, store.change.addExposure(row));
  }
  return { counted: input.steps };
};
const timesOfSteps = async () =>
  (await store.read.attempts.exposureCounts()).map(({ times }) => times);

describe('a job that is asked for', () => {
  it('runs at once where its notice is heard, and its outcome is kept', async () => {
    runs([counting(countSteps)], { pollMs: 60_000 });
    await ask('count');
    await becomes('count', { status: 'done', outcome: { counted: 3 }, percent: 100, tries: 1 });
    expect(await timesOfSteps()).toEqual([1, 1, 1]);
  });

  it('runs a little later where no notice is heard', async () => {
    runs([counting(countSteps)]);
    const context = { store, clock, newId: randomUUID };
    const asked = { kind: 'count', uniqueKey: 'one', schoolId: null, input: { steps: 1 } };
    await store.write(jobToEnqueue(context, asked));
    await becomes('count', { status: 'done' });
  });

  it('waits for its instant', async () => {
    runs([counting(countSteps)]);
    const context = { store, clock, newId: randomUUID };
    const asked = { kind: 'count', uniqueKey: 'one', schoolId: null, input: { steps: 1 } };
    const dueAt = new Date(nowMs + 5_000);
    await store.write(jobToEnqueue(context, { ...asked, dueAt }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await jobOf('count')).toMatchObject({ status: 'waiting' });
    nowMs += 5_000;
    await becomes('count', { status: 'done' });
  });

  it('fails for good where its input cannot be read, and says so in a word', async () => {
    runs([counting(countSteps)]);
    await ask('count', 'one', { steps: 'three' });
    await becomes('count', { status: 'failed', error: 'unreadable-input', tries: 1 });
  });

  it('waits where no process knows its kind', async () => {
    runs([counting(countSteps)]);
    await ask('newer');
    await ask('count');
    await becomes('count', { status: 'done' });
    expect(await jobOf('newer')).toMatchObject({ status: 'waiting', tries: 0 });
  });
});

describe('a try that fails', () => {
  it('is made again later each time, from where it came, until there have been enough', async () => {
    const begunAt: [number, number | null][] = [];
    const failing = counting(async ({ checkpoint, progress }) => {
      begunAt.push([nowMs, checkpoint]);
      await progress(10, (checkpoint ?? 0) + 1);
      throw new TypeError('it names Zélie Aubépine');
    }, 3);
    runs([failing]);
    await ask('count');
    await becomes('count', { status: 'waiting', tries: 1, error: 'TypeError' });
    nowMs += 2_000;
    await becomes('count', { status: 'waiting', tries: 2 });
    nowMs += 3_999;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await jobOf('count')).tries).toBe(2);
    nowMs += 1;
    await becomes('count', { status: 'failed', tries: 3, error: 'TypeError' });
    expect(begunAt).toEqual([
      [1_000_000, null],
      [1_002_000, 1],
      [1_006_000, 2],
    ]);
  });

  it('is the last where the job says that trying again changes nothing', async () => {
    runs([counting(() => Promise.reject(new JobFailed('no-such-school')))]);
    await ask('count');
    await becomes('count', { status: 'failed', tries: 1, error: 'no-such-school' });
  });
});

describe('many jobs', () => {
  it('run a few at a time, in each process', async () => {
    let running = 0;
    let most = 0;
    const slow = counting(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    });
    runs([slow], { atOnce: 3 });
    for (let n = 0; n < 12; n += 1) await ask('count', `job ${n}`);
    for (let n = 0; n < 12; n += 1) await becomes('count', { status: 'done' }, `job ${n}`);
    expect(most).toBe(3);
  });

  it('each run once, where several processes run them', async () => {
    const others = await Promise.all([openStore(test.url), openStore(test.url)]);
    const begun: string[] = [];
    const once = defineJob({
      kind: 'count',
      input: z.string(),
      checkpoint: z.null(),
      run: async ({ input }) => void begun.push(input),
    });
    for (const each of [store, ...others]) runs([once], { store: each, atOnce: 4 });
    const keys = Array.from({ length: 40 }, (_, n) => `job ${n}`);
    await Promise.all(keys.map((key) => ask('count', key, key)));
    for (const key of keys) await becomes('count', { status: 'done' }, key);
    expect(begun.toSorted()).toEqual(keys.toSorted());
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await Promise.all(others.map((other) => other.close()));
  });
});

describe('a process that stops', () => {
  it('ends the step it is at and gives the job back, which goes on there elsewhere', async () => {
    const reached = Promise.withResolvers<null>();
    const isStopping = Promise.withResolvers<null>();
    const slow = counting(async (job) =>
      countSteps({
        ...job,
        async progress(percent, step, ...changes) {
          if (step === 2) {
            reached.resolve(null);
            await isStopping.promise;
          }
          await job.progress(percent, step, ...changes);
        },
      }),
    );
    const runner = runs([slow]);
    await ask('count');
    await reached.promise;
    const stop = runner.stop();
    isStopping.resolve(null);
    await stop;
    expect(await jobOf('count')).toMatchObject({ status: 'waiting', checkpoint: 2, error: null });
    runs([counting(countSteps)]);
    await becomes('count', { status: 'done', outcome: { counted: 3 } });
    expect(await timesOfSteps()).toEqual([1, 1, 1]);
  });

  it('does not wait for ever for a step that does not end', async () => {
    runs([counting(() => new Promise(() => undefined))], { stopMs: 50 });
    await ask('count');
    await becomes('count', { status: 'running' });
    const startedMs = performance.now();
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

describe('a worker that is too slow to show that it lives', () => {
  it('loses the job to another, is told so, and can keep nothing more of it', async () => {
    const other = await openStore(test.url);
    const wasTold = Promise.withResolvers<unknown>();
    const goOn = Promise.withResolvers<null>();
    const sleepy = counting(async ({ progress, signal }) => {
      await goOn.promise;
      const row = { subject: 'item' as const, key: 'step 1', times: 1 };
      await progress(50, 1, store.change.addExposure(row)).catch((error: unknown) => {
        wasTold.resolve([error, signal.aborted]);
        throw error;
      });
    });
    runs([sleepy], { leaseMs: 1_000_000_000, atOnce: 1 });
    await ask('count');
    await becomes('count', { status: 'running' });
    nowMs += 2_000_000_000;
    runs([counting(countSteps)], { store: other, leaseMs: 1_000_000_000 });
    await becomes('count', { status: 'done', tries: 2 });
    goOn.resolve(null);
    expect(await wasTold.promise).toEqual([expect.objectContaining({ name: 'LeaseLost' }), true]);
    expect(await timesOfSteps()).toEqual([1, 1, 1]);
    expect(await jobOf('count')).toMatchObject({ status: 'done', outcome: { counted: 3 } });
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await other.close();
  });

  it('keeps the job as long as it shows that it lives', async () => {
    const finish = Promise.withResolvers<null>();
    runs([counting(() => finish.promise)], { leaseMs: 90, clock: () => new Date() });
    await ask('count');
    await becomes('count', { status: 'running' });
    const first = (await jobOf('count')).dueAt.getTime();
    await vi.waitFor(async () =>
      expect((await jobOf('count')).dueAt.getTime()).toBeGreaterThan(first + 90),
    );
    finish.resolve(null);
    await becomes('count', { status: 'done', tries: 1 });
  });
});

describe('what is logged of jobs', () => {
  it('names no one', async () => {
    runs([counting(countSteps)]);
    await ask('count');
    await becomes('count', { status: 'done' });
    await vi.waitFor(() => expect(logged).toHaveLength(1));
    expect(Object.keys(logged[0] ?? {})).toEqual(['job', 'kind', 'tries']);
  });
});
