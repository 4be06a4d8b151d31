import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openTestStore } from '@jalon/store/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { jobToEnqueue } from './enqueue.ts';

const program = fileURLToPath(new URL('../../testing/job-worker.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** A process that runs jobs; gives what it says, line by line. */
function worker(url: string, stepMs: number) {
  const child = spawn(process.execPath, [program, url, String(stepMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout }) };
}

it('a worker killed in the middle leaves its job to another, which goes on at the checkpoint', async () => {
  const test = await openTestStore();
  const { store } = test;
  const context = { store, clock: () => new Date(), newId: randomUUID };
  const asked = { kind: 'count', uniqueKey: 'one', schoolId: null, input: { steps: 8 } };
  await store.write(jobToEnqueue(context, asked));
  const job = () => store.read.jobs.byKey(asked);

  const first = worker(test.url, 60_000);
  await once(first.lines, 'line');
  const exited = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await exited;
  expect(await job()).toMatchObject({ status: 'running', checkpoint: 1, tries: 1 });

  worker(test.url, 10);
  await vi.waitFor(async () => expect(await job()).toMatchObject({ status: 'done' }), 20_000);
  expect(await job()).toMatchObject({ tries: 2, outcome: { from: 1 } });
  const counts = await store.read.attempts.exposureCounts();
  expect(counts.map(({ times }) => times)).toEqual(Array(8).fill(1));
  await test.close();
}, 40_000);
