import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../index.ts';
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
  const another = { schoolId: idOf('s1'), classId: idOf('c1'), firstName: 'C', lastName: 'C' };
  await store.write(store.change.addPupils({ ...another, id: idOf('p3') }));
});
afterEach(() => test.close());

const theClass = {
  id: idOf('c1'),
  name: '6A',
  yearGroup: '6e',
  schoolYear: '2026-2027',
  kind: 'class',
  origin: 'roster',
  pupils: 2,
};

it('counts the pupils of a class, by itself and in the list of a teacher', async () => {
  const { classes } = store.read;
  expect(await classes.byId({ schoolId: idOf('s1'), classId: idOf('c1') })).toEqual(theClass);
  expect(await classes.taughtBy({ schoolId: idOf('s1'), staffId: idOf('t1') })).toEqual([theClass]);
});

it('has the pupils of a class by name as French sorts: accents and capitals change no order', async () => {
  const names = ['Érable Zoé', 'de Lys Ana', 'Frêne Ana', 'Érable Élie', 'Yeuse Tom', 'Érable Eva'];
  const rows = names.map((name, index) => {
    const [firstName = '', ...lastNames] = name.split(' ').reverse();
    const lastName = lastNames.reverse().join(' ');
    return {
      schoolId: idOf('s1'),
      classId: idOf('c2'),
      id: idOf(`q${index}`),
      firstName,
      lastName,
    };
  });
  await store.write(store.change.addPupils(...rows));
  const pupils = await store.read.classes.pupils({ schoolId: idOf('s1'), classId: idOf('c2') });
  expect(pupils.map(({ lastName, firstName }) => `${lastName} ${firstName}`)).toEqual([
    'B B',
    'de Lys Ana',
    'Érable Élie',
    'Érable Eva',
    'Érable Zoé',
    'Frêne Ana',
    'Yeuse Tom',
  ]);
});

it('finds a class in its own school alone', async () => {
  expect(await store.read.classes.byId({ schoolId: idOf('s2'), classId: idOf('c1') })).toBeNull();
});

it('counts the answers that came too quickly, of one attempt and of all at an assessment', async () => {
  const [schoolId, assessmentId] = [idOf('s1'), idOf('as1')];
  await store.write(
    store.change.addAttempt(anAttempt({ assessmentId, answered: 3 })),
    ...[900, 2_999, 3_000].map((durationMs, i) =>
      store.change.addResponse(aResponse({ ordinal: i + 1, clientKey: idOf(`k${i}`), durationMs })),
    ),
  );
  const { assessments, attempts } = store.read;
  expect(await assessments.quickAnswers({ schoolId, assessmentId, belowMs: 3_000 })).toEqual([
    { attemptId: idOf('a1'), answers: 2 },
  ]);
  const one = { schoolId, attemptId: idOf('a1') };
  expect(await attempts.quickAnswers({ ...one, belowMs: 1_000 })).toBe(1);
});

it('counts and lists who is in a group beside their class, and nobody who has left', async () => {
  const [schoolId, classId] = [idOf('s1'), idOf('g1')];
  const { change } = store;
  await store.write(
    change.addClasses({
      ...{ schoolId, id: classId, name: 'Latin', kind: 'group' },
      ...{ yearGroup: '6e', schoolYear: '2026-2027' },
    }),
    change.addMemberships(
      { schoolId, classId, pupilId: idOf('p1') },
      { schoolId, classId, pupilId: idOf('p2') },
    ),
    change.addTeaching({ schoolId, classId, staffId: idOf('t2') }),
  );
  const { classes, scopes } = store.read;
  expect(await classes.byId({ schoolId, classId })).toMatchObject({ kind: 'group', pupils: 2 });
  const ofGroup = async () =>
    (await classes.pupils({ schoolId, classId })).map(({ id, className }) => [id, className]);
  expect(await ofGroup()).toEqual([
    [idOf('p1'), '6A'],
    [idOf('p2'), '6B'],
  ]);
  const reach = { actorId: idOf('t2'), schoolId, subjectId: idOf('p1') };
  expect(await scopes.taughtPupil(reach)).toBe(true);
  expect(await classes.hasMember({ schoolId, classId, pupilId: idOf('p3') })).toBe(false);
  await store.write(change.changePupil({ schoolId, pupilId: idOf('p1') }, { leftAt: new Date() }));
  expect(await ofGroup()).toEqual([[idOf('p2'), '6B']]);
  expect(await scopes.taughtPupil(reach)).toBe(false);
});
