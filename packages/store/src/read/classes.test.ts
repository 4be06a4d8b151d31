import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../index.ts';
import { seedSchool } from '../testing.ts';

let store: Store;
beforeEach(async () => {
  store = openStore(':memory:');
  await seedSchool(store);
  const another = { schoolId: 's1', classId: 'c1', firstName: 'C', lastName: 'C' };
  await store.write(store.change.addPupils({ ...another, id: 'p3', cardDigest: 'd3' }));
});
afterEach(() => store.close());

const theClass = { id: 'c1', name: '6A', yearGroup: '6e', schoolYear: '2026-2027', pupils: 2 };

it('counts the pupils of a class, by itself and in the list of a teacher', async () => {
  const { classes } = store.read;
  expect(await classes.byId({ schoolId: 's1', classId: 'c1' })).toEqual(theClass);
  expect(await classes.taughtBy({ schoolId: 's1', staffId: 't1' })).toEqual([theClass]);
});

it('has the pupils of a class by name as French sorts: accents and capitals change no order', async () => {
  const names = ['Érable Zoé', 'de Lys Ana', 'Frêne Ana', 'Érable Élie', 'Yeuse Tom', 'Érable Eva'];
  const rows = names.map((name, index) => {
    const [firstName = '', ...lastNames] = name.split(' ').reverse();
    const lastName = lastNames.reverse().join(' ');
    return {
      schoolId: 's1',
      classId: 'c2',
      id: `q${index}`,
      firstName,
      lastName,
      cardDigest: name,
    };
  });
  await store.write(store.change.addPupils(...rows));
  const pupils = await store.read.classes.pupils({ schoolId: 's1', classId: 'c2' });
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
  expect(await store.read.classes.byId({ schoolId: 's2', classId: 'c1' })).toBeNull();
});
