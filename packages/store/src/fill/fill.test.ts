import { afterEach, beforeEach, expect, it } from 'vitest';
import { aResponse, anAttempt, idOf, openTestStore, type TestStore } from '../testing/index.ts';
import { type Filler, measureSizes, NotEmpty, openFiller, type TableRows } from './index.ts';

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
});
afterEach(() => test.close());

const schoolId = idOf('s1');
const world: TableRows[] = [
  {
    name: 'publishedRelease',
    rows: [{ version: '1.0.0', framework: 'crcn', sha256: 'x', publishedAt: new Date(0) }],
  },
  { name: 'school', rows: [{ id: schoolId, uai: '0690001A', name: 'Un', department: '69' }] },
  {
    name: 'schoolClass',
    rows: [{ schoolId, id: idOf('c1'), name: '6A', yearGroup: '6e', schoolYear: '2026-2027' }],
  },
  {
    name: 'pupil',
    rows: [{ schoolId, id: idOf('p1'), classId: idOf('c1'), firstName: 'Zoé', lastName: '"{,}' }],
  },
  { name: 'attempt', rows: [anAttempt()] },
  {
    name: 'response',
    rows: Array.from({ length: 5_000 }, (_, index) =>
      aResponse({
        ordinal: index + 1,
        ability: Math.sqrt(index),
        response: { kind: 'text', text: `"${index}" \\ {,} é` },
      }),
    ),
  },
];

async function fill(filler: Filler): Promise<void> {
  for (const some of world) await filler.add(some);
  await filler.finish();
}

it('gives the store what was put in, to the last bit and character', async () => {
  await fill(await openFiller(test.url));
  const { attempts, identity } = test.store.read;
  const kept = await attempts.responses({ schoolId, attemptId: idOf('a1') });
  expect(kept).toEqual(world.find(({ name }) => name === 'response')?.rows);
  expect(await attempts.byId({ schoolId, attemptId: idOf('a1') })).toEqual(anAttempt());
  expect(await identity.pupilById({ schoolId, pupilId: idOf('p1') })).toMatchObject({
    firstName: 'Zoé',
    lastName: '"{,}',
  });
});

it('leaves a store that takes answers and refuses changes to them', async () => {
  await fill(await openFiller(test.url));
  const { store } = test;
  await store.write(store.change.addResponse(aResponse({ ordinal: 5_001 })));
  await expect(test.run('update response set points = 0')).rejects.toThrow('append-only');
});

it('fills an empty database alone', async () => {
  await fill(await openFiller(test.url));
  await expect(openFiller(test.url)).rejects.toThrow(NotEmpty);
});

it('measures every table and index', async () => {
  await fill(await openFiller(test.url));
  const { total, tables } = await measureSizes(test.url);
  const response = tables.find(({ table }) => table === 'response');
  expect(response?.rows).toBe(5_000);
  expect(response?.bytes).toBeGreaterThan(5_000 * 100);
  const attempt = tables.find(({ table }) => table === 'attempt');
  expect(attempt?.indexes).toHaveLength(5);
  expect(attempt?.indexes.every(({ bytes }) => bytes > 0)).toBe(true);
  const sum = tables.flatMap(({ bytes, indexes }) => [bytes, ...indexes.map((one) => one.bytes)]);
  expect(total).toBeGreaterThan(sum.reduce((all, bytes) => all + bytes, 0) * 0.99);
});
