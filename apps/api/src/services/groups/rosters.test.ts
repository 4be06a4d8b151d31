import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Teacher } from '../actor.ts';
import { listClasses } from '../classes/list.ts';
import type { ServiceContext } from '../context.ts';
import { deriveKeys } from '../keys.ts';
import { confirmRoster } from '../rosters/confirm.ts';
import { previewRoster } from '../rosters/preview.ts';
import { readUpload } from '../rosters/read-upload.ts';
import { readSchool } from '../school/overview.ts';
import { setClasses } from '../staff/members.ts';
import { changeGroup } from './change.ts';
import { makeGroup } from './make.ts';
import { readGroup } from './read.ts';

const keys = deriveKeys('a secret of the tests, long enough');
const actor = actors.administrator;
const teacher: Teacher = actors.teacher;
const { school: schoolId } = people.own;

let now: Date;
let services: ServiceContext;
beforeEach(async () => {
  now = new Date('2026-11-28T09:00:00Z');
  services = await createTestServices({ keys, clock: () => now });
  await bring(zoe, noe);
  await setClasses(services, actor, teacher.id, [await idOf('6A'), await idOf('Latin')]);
});
afterEach(() => services.store.close());

const heading = 'Nom;Prénom;Date de naissance;Classe;Niveau;Groupes;INE';
const zoe = 'Érable;Zoé;01/02/2014;6A;6e;Latin;123456789AA';
const noe = 'Orme;Noë;03/04/2014;6A;6e;;';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function preview(...rows: string[]) {
  const text = [heading, ...rows].join('\n');
  const { rosterId } = await readUpload(services, { key: keys.roster }, actor, bytesOf(text), 'fr');
  if (rosterId === null) throw new Error('The file of the test is not taken.');
  return previewRoster(services, actor, rosterId);
}

async function bring(...rows: string[]) {
  const { rosterId, fingerprint } = await preview(...rows);
  return confirmRoster(services, actor, rosterId, { fingerprint, absentHaveLeft: true, who: [] });
}

const classesNamed = async (name: string) =>
  (await readSchool(services, actor)).classes.filter((one) => one.name === name);
const idOf = async (name: string): Promise<string> => {
  const [found] = await classesNamed(name);
  if (!found) throw new Error(`There is no class ${name}.`);
  return found.id;
};
const pupilIds = async () =>
  (await services.store.read.roster.pupils(schoolId))
    .filter(({ leftAt }) => leftAt === null)
    .map(({ id }) => id);
const make = async (name = 'Soutien') =>
  makeGroup(services, teacher, { name, pupilIds: await pupilIds() });
const namesIn = async (classId: string) =>
  (await readGroup(services, teacher, classId)).pupils.map(({ name }) => name);

describe('a group that a teacher made', () => {
  it('stays as it is when the roster comes again', async () => {
    const { id } = await make();
    expect(await bring(zoe, noe)).toEqual({ added: 0, changed: 0, left: 0, newClasses: 0 });
    await bring(zoe.replace('Latin', ''), noe.replace('6A', '6B'));
    expect(await namesIn(id)).toEqual(['Zoé Érable', 'Noë Orme']);
    expect((await classesNamed('Latin'))[0]?.pupils).toBe(0);
  });

  it('is another than the group of its name in the roster, which takes nobody into it', async () => {
    const { id } = await makeGroup(services, teacher, {
      name: 'Grec',
      pupilIds: (await pupilIds()).slice(0, 1),
    });
    const before = await namesIn(id);
    expect(await bring(zoe.replace('Latin', 'Grec'), noe.replace('6e;', '6e;Grec'))).toMatchObject({
      newClasses: 1,
    });
    expect(await namesIn(id)).toEqual(before);
    expect((await classesNamed('Grec')).map(({ pupils }) => pupils).toSorted()).toEqual([1, 2]);
  });

  it('moves no roster that waits: its preview may still be confirmed', async () => {
    const { rosterId, fingerprint } = await preview(zoe);
    await make();
    expect(
      await confirmRoster(services, actor, rosterId, {
        ...{ fingerprint, absentHaveLeft: true, who: [] },
      }),
    ).toMatchObject({ left: 1 });
  });

  it('loses whoever leaves the school, and has them back where that was a mistake', async () => {
    const { id } = await make();
    await bring(zoe);
    expect(await namesIn(id)).toEqual(['Zoé Érable']);
    expect((await listClasses(services, teacher)).find((one) => one.id === id)?.pupils).toBe(1);
    await changeGroup(services, teacher, id, { name: 'Défi', add: [], remove: [] });
    await bring(zoe, noe);
    expect(await namesIn(id)).toEqual(['Zoé Érable', 'Noë Orme']);
  });
});

describe('the roster of the next school year', () => {
  const zoeNext = zoe.replace('6A;6e', '5A;5e');
  const noeNext = noe.replace('6A;6e', '5B;5e');

  it('leaves groups in their year, without the pupils, whom their teachers of then teach no more', async () => {
    const { id } = await make();
    const latin = await idOf('Latin');
    const [pupilId = ''] = await pupilIds();
    const reach = { actorId: teacher.id, schoolId, subjectId: pupilId };
    const { taughtPupil } = services.store.read.scopes;
    expect(await taughtPupil(reach)).toBe(true);

    now = new Date('2027-08-30T09:00:00Z');
    await bring(zoeNext, noeNext);
    expect(await namesIn(id)).toEqual([]);
    expect(
      (await listClasses(services, teacher)).map((one) => [one.id, one.schoolYear]),
    ).toContainEqual([id, '2026-2027']);
    expect(await services.store.read.classes.pupils({ schoolId, classId: latin })).toEqual([]);
    expect((await classesNamed('Latin')).map(({ pupils }) => pupils).toSorted()).toEqual([0, 1]);
    expect(await taughtPupil(reach)).toBe(false);
  });

  it('leaves those in them whom it does not name, and the groups of its own year as they are', async () => {
    now = new Date('2027-08-30T09:00:00Z');
    await bring(zoeNext, noeNext);
    await setClasses(services, actor, teacher.id, [await idOf('5A'), await idOf('5B')]);
    const { id, schoolYear } = await make('Nouveau');
    expect(schoolYear).toBe('2027-2028');
    await bring(zoeNext, noeNext.replace('5B', '5A'));
    expect(await namesIn(id)).toEqual(['Zoé Érable', 'Noë Orme']);
  });

  it('takes nobody out who stays in the year of the group', async () => {
    const { id } = await make();
    now = new Date('2027-08-30T09:00:00Z');
    const { rosterId, fingerprint } = await preview(zoeNext);
    await confirmRoster(services, actor, rosterId, {
      ...{ fingerprint, absentHaveLeft: false, who: [] },
    });
    expect(await namesIn(id)).toEqual(['Noë Orme']);
  });

  it('that is there before the year begins makes new groups groups of that year', async () => {
    now = new Date('2027-07-10T09:00:00Z');
    await bring(zoe, noe);
    const { change, write } = services.store;
    const next = services.newId();
    await write(
      change.addClasses({
        ...{ schoolId, id: next, name: '5A', yearGroup: '5e', schoolYear: '2027-2028' },
      }),
      change.addTeaching({ schoolId, classId: next, staffId: teacher.id }),
      ...(await pupilIds()).map((pupilId) =>
        change.changePupil({ schoolId, pupilId }, { classId: next }),
      ),
    );
    expect(await make('Nouveau')).toMatchObject({ schoolYear: '2027-2028' });
  });
});
