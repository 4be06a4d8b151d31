import { beforeEach, expect, it } from 'vitest';
import { Conflict, StoreUnavailable } from './errors.ts';
import { watchWrites } from './watch-writes.ts';

let next: Error | null;
let writes: ReturnType<typeof watchWrites>;
beforeEach(() => {
  next = null;
  writes = watchWrites(() => (next ? Promise.reject(next) : Promise.resolve()));
});

const full = new StoreUnavailable('not kept', { cause: new Error('disk full') });

async function writeMeets(error: Error | null): Promise<void> {
  next = error;
  const written = writes.write([]);
  await (error ? expect(written).rejects.toBe(error) : written);
}

it('tells why the last write was not kept, until one is', async () => {
  expect(writes.failure()).toBeNull();
  await writeMeets(full);
  expect(writes.failure()).toBe(full);
  await writeMeets(null);
  expect(writes.failure()).toBeNull();
});

it('takes a conflict for the sign that the database takes writes', async () => {
  await writeMeets(full);
  await writeMeets(new Conflict('a key was taken'));
  expect(writes.failure()).toBeNull();
});

it('learns nothing of the disk from a queue that is full', async () => {
  await writeMeets(new StoreUnavailable('too many changes wait'));
  expect(writes.failure()).toBeNull();
  await writeMeets(full);
  await writeMeets(new StoreUnavailable('too many changes wait'));
  expect(writes.failure()).toBe(full);
});
