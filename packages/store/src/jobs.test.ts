import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, openStore, type Store } from './index.ts';
import type { HeldJob } from './job-changes.ts';
import { idOf, openTestStore, type TestStore } from './testing/index.ts';

let test: TestStore;
let store: Store;
beforeEach(async () => {
  test = await openTestStore();
  store = test.store;
});
afterEach(() => test.close());

const at = (ms: number) => new Date(ms);
const asked = (word: string, over: object = {}) => ({
  id: idOf(word),
  kind: 'count',
  uniqueKey: word,
  schoolId: null,
  input: { word },
  dueAt: at(0),
  createdAt: at(0),
  ...over,
});
const due = (now: Date, limit = 10) => store.read.jobs.due({ now, kinds: ['count'], limit });
const applies = (write: Promise<void>) =>
  write.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Conflict) return false;
      throw error;
    },
  );

async function taken(word: string, now: Date, leaseEnd: Date): Promise<HeldJob> {
  const row = await store.read.jobs.byId(idOf(word));
  if (!row) throw new Error(`There is no job ${word}.`);
  await store.write(store.change.takeJob(row, { now, leaseEnd }));
  return { id: row.id, tries: row.tries + 1 };
}

describe('a job', () => {
  it('that is asked for twice is one, and the first', async () => {
    await store.write(store.change.enqueueJob(asked('a')));
    await store.write(store.change.enqueueJob(asked('b', { uniqueKey: 'a' })));
    await store.write(store.change.enqueueJob(asked('c', { kind: 'other', uniqueKey: 'a' })));
    expect((await due(at(0))).map(({ id }) => id)).toEqual([idOf('a')]);
    expect(await store.read.jobs.byKey({ kind: 'other', uniqueKey: 'a' })).not.toBeNull();
  });

  it('is found by its kind where it was done last, with what it gave', async () => {
    for (const [word, ms] of Object.entries({ first: 5, last: 9, other: 7 })) {
      await store.write(store.change.enqueueJob(asked(word)));
      const held = await taken(word, at(0), at(100));
      await store.write(store.change.finishJob(held, { word }, at(ms)));
    }
    await store.write(store.change.enqueueJob(asked('waiting')));
    expect(await store.read.jobs.newestDone('count')).toEqual({
      outcome: { word: 'last' },
      finishedAt: at(9),
    });
    expect(await store.read.jobs.newestDone('strange')).toBeNull();
  });

  it('is due from its instant on, the oldest first, and only where its kind is known', async () => {
    await store.write(store.change.enqueueJob(asked('late', { dueAt: at(20) })));
    await store.write(store.change.enqueueJob(asked('early', { dueAt: at(10) })));
    await store.write(store.change.enqueueJob(asked('strange', { kind: 'strange' })));
    expect(await due(at(9))).toEqual([]);
    expect((await due(at(20))).map(({ uniqueKey }) => uniqueKey)).toEqual(['early', 'late']);
    expect((await due(at(20), 1)).map(({ uniqueKey }) => uniqueKey)).toEqual(['early']);
  });

  it('is kept with its input, how far it is and what it gave', async () => {
    await store.write(store.change.enqueueJob(asked('a')));
    const held = await taken('a', at(0), at(100));
    const reached = { percent: 40, checkpoint: { line: 3 }, leaseEnd: at(150) };
    await store.write(store.change.keepProgress(held, reached));
    expect(await store.read.jobs.byId(held.id)).toMatchObject({
      input: { word: 'a' },
      status: 'running',
      tries: 1,
      percent: 40,
      checkpoint: { line: 3 },
      outcome: null,
      dueAt: at(150),
    });
    await store.write(store.change.finishJob(held, { lines: 9 }, at(60)));
    expect(await store.read.jobs.byId(held.id)).toMatchObject({
      status: 'done',
      percent: 100,
      outcome: { lines: 9 },
      finishedAt: at(60),
    });
  });

  it('that ended is forgotten after its time, and no other', async () => {
    const words = ['done', 'failed', 'fresh', 'running'];
    for (const word of words) await store.write(store.change.enqueueJob(asked(word)));
    for (const [word, change] of [
      ['done', (held: HeldJob) => store.change.finishJob(held, null, at(10))],
      ['failed', (held: HeldJob) => store.change.failJob(held, 'why', at(10))],
      ['fresh', (held: HeldJob) => store.change.finishJob(held, null, at(20))],
    ] as const) {
      await store.write(change(await taken(word, at(0), at(5))));
    }
    await taken('running', at(0), at(5));
    await store.write(store.change.forgetJobsEndedBefore(at(20)));
    const left = await Promise.all(words.map((word) => store.read.jobs.byId(idOf(word))));
    expect(left.map((row) => row?.uniqueKey)).toEqual([undefined, undefined, 'fresh', 'running']);
  });

  it('is taken by one of many who read it as due at the same moment, in any process', async () => {
    const other = await openStore(test.url);
    await store.write(store.change.enqueueJob(asked('a')));
    const [row] = await due(at(0));
    if (!row) throw new Error('The job is not due.');
    const tries = Array.from({ length: 24 }, (_, index) => {
      const { write, change } = index % 2 ? store : other;
      return applies(write(change.takeJob(row, { now: at(1), leaseEnd: at(100) })));
    });
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    await other.close();
  });
});

/** What a worker may do with the one job, at one instant after another. */
const step = fc.record({
  worker: fc.integer({ min: 0, max: 2 }),
  does: fc.constantFrom('take', 'beat', 'progress', 'finish', 'giveBack', 'nothing' as const),
  laterMs: fc.integer({ min: 0, max: 60 }),
});

describe('whatever workers do and however slow they are', () => {
  it('a job has one holder, and whoever lost it changes nothing more', async () => {
    const LEASE_MS = 50;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const word = `job ${(run += 1)}`;
        await store.write(store.change.enqueueJob(asked(word)));
        const holds = new Map<number, HeldJob>();
        let nowMs = 0;
        // What must be so: who holds it, until when, and whether it is over.
        let model = { holder: null as number | null, dueMs: 0, isDone: false, percent: 0 };
        for (const { worker, does, laterMs } of steps) {
          nowMs += laterMs;
          const now = at(nowMs);
          const leaseEnd = at(nowMs + LEASE_MS);
          const row = await store.read.jobs.byId(idOf(word));
          const held = holds.get(worker);
          const isHolder = held !== undefined && model.holder === worker && !model.isDone;
          if (does === 'take' && row) {
            const may = !model.isDone && model.dueMs <= nowMs;
            const did = await applies(store.write(store.change.takeJob(row, { now, leaseEnd })));
            const isFree = row.status === 'waiting' || row.status === 'running';
            expect(did).toBe(may && isFree);
            if (!did) continue;
            holds.set(worker, { id: row.id, tries: row.tries + 1 });
            model = { ...model, holder: worker, dueMs: nowMs + LEASE_MS };
          } else if (held) {
            const percent = nowMs % 101;
            const change = {
              take: null,
              nothing: null,
              beat: store.change.extendLease(held, leaseEnd),
              progress: store.change.keepProgress(held, { percent, checkpoint: nowMs, leaseEnd }),
              finish: store.change.finishJob(held, 'done', now),
              giveBack: store.change.giveBackJob(held, now, null),
            }[does];
            if (!change) continue;
            expect(await applies(store.write(change))).toBe(isHolder);
            if (!isHolder) continue;
            if (does === 'beat') model.dueMs = nowMs + LEASE_MS;
            if (does === 'progress') model = { ...model, percent, dueMs: nowMs + LEASE_MS };
            if (does === 'finish') model = { ...model, isDone: true, percent: 100 };
            if (does === 'giveBack') model = { ...model, holder: null, dueMs: nowMs };
          }
        }
        const kept = await store.read.jobs.byId(idOf(word));
        expect(kept).toMatchObject({
          percent: model.percent,
          status: model.isDone ? 'done' : model.holder === null ? 'waiting' : 'running',
        });
      }),
      { numRuns: 60 },
    );
  });
});
