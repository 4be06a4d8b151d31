import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { idOf, openTestStore, seedSchool, type TestStore } from '../testing/index.ts';

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
