import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import type { AttemptKey } from './quality.ts';
import {
  aResponse,
  anAttempt,
  idOf,
  openTestStore,
  seedSchool,
  type TestStore,
} from '../testing/index.ts';

let test: TestStore;
let store: Store;
beforeEach(async () => {
  test = await openTestStore();
  store = test.store;
  await seedSchool(store);
});
afterEach(() => test.close());

const at = new Date(5_000);
const finished = { status: 'finished', finishedAt: at, lastAnswerAt: at } as const;
const of = { competence: '1.1', releaseVersion: '1.0.0' };

/** A school of its own with a pupil who has finished one assessment. */
async function addSchool(word: string, over: object = {}): Promise<void> {
  const { change } = store;
  const [schoolId, pupilId, attemptId] = [idOf(word), idOf(`${word} p`), idOf(`${word} a`)];
  const classId = idOf(`${word} c`);
  await store.write(
    change.addSchools({
      ...{ id: schoolId, uai: word, name: word, department: '69' },
      ...{ type: 'college', sector: 'public', priority: 'rep', ...over },
    }),
    change.addClasses({ schoolId, id: classId, name: '6A', yearGroup: '6e', schoolYear: '2026' }),
    change.addPupils({ schoolId, id: pupilId, classId, firstName: 'Zélie', lastName: 'Z' }),
    change.addAttempt(anAttempt({ schoolId, id: attemptId, pupilId, answered: 2, ...finished })),
    ...[1, 2].map((ordinal) =>
      change.addResponse(
        aResponse({ schoolId, attemptId, ordinal, clientKey: idOf(`${word} ${ordinal}`) }),
      ),
    ),
    change.keepResult({
      ...{ schoolId, pupilId, attemptId, ...of, ability: 0, standardError: 0.5 },
      ...{ level: 2, probabilities: [0.3, 0.7], responses: 2, finishedAt: at },
    }),
  );
}

async function everyAnswer(attemptsAPage: number) {
  const rows: Awaited<ReturnType<typeof store.read.quality.answers>> = [];
  for (let after: AttemptKey | null = null; ;) {
    const page = await store.read.quality.answers(of, after, attemptsAPage);
    rows.push(...page);
    const last = page.at(-1);
    if (!last) return rows;
    expect(new Set(page.map(({ attemptId }) => attemptId)).size).toBeLessThanOrEqual(attemptsAPage);
    after = last;
  }
}

it('gives finished assessments page by page, whole, and of nobody', async () => {
  for (const word of ['a', 'b', 'c']) await addSchool(word);
  const rows = await everyAnswer(2);
  expect(rows).toHaveLength(6);
  expect(await everyAnswer(1)).toEqual(rows);
  expect(await everyAnswer(100)).toEqual(rows);
  expect(new Set(rows.map(({ attemptId }) => attemptId))).toEqual(
    new Set(['a', 'b', 'c'].map((word) => idOf(`${word} a`))),
  );
  expect(rows[0]).toMatchObject({
    ...{ priorMean: 0, priorSd: 1.5, itemId: 'i', itemVersion: 1, points: 1, possible: 1 },
    ...{ type: 'college', sector: 'public', priority: 'rep', probabilities: [0.3, 0.7] },
    answeredAt: new Date(1_000),
  });
  expect(JSON.stringify(rows)).not.toContain('Zélie');
  for (const word of ['a', 'b', 'c']) {
    expect(JSON.stringify(rows)).not.toContain(idOf(`${word} p`));
  }
});

it('leaves out what is practice, under way, of another competence, or of a pupil who left', async () => {
  const { change } = store;
  await addSchool('a', { sector: null });
  const others = [
    { mode: 'practice', ...finished },
    { status: 'open' },
    { competence: '1.2', ...finished },
  ] as const;
  await store.write(
    ...others.flatMap((over, index) => [
      change.addAttempt(anAttempt({ id: idOf(`o${index}`), answered: 1, ...over })),
      change.addResponse(aResponse({ attemptId: idOf(`o${index}`), clientKey: idOf(`k${index}`) })),
    ]),
  );
  expect((await everyAnswer(10)).map(({ attemptId }) => attemptId)).toEqual([
    idOf('a a'),
    idOf('a a'),
  ]);
  expect((await everyAnswer(10))[0]?.sector).toBeNull();
  await test.run(`update pupil set left_at = ${leftAt()} where id = '${idOf('a p')}'`);
  expect(await everyAnswer(10)).toEqual([]);
});

const leftAt = () => (store.kind === 'sqlite' ? '0' : 'now()');

it('has no levels for a sitting that a later one replaced', async () => {
  await addSchool('a');
  await store.write(
    store.change.addAttempt(anAttempt({ id: idOf('old'), answered: 1, ...finished })),
    store.change.addResponse(aResponse({ attemptId: idOf('old') })),
  );
  const rows = await everyAnswer(10);
  expect(rows.filter(({ attemptId }) => attemptId === idOf('old'))).toMatchObject([
    { probabilities: null },
  ]);
});

it('counts results by release and competence', async () => {
  for (const word of ['a', 'b']) await addSchool(word);
  expect(await store.read.quality.resultCounts()).toEqual([{ ...of, results: 2 }]);
});
