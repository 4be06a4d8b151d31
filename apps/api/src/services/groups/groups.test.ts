import { changeGroup as changeBody, groupName } from '@jalon/types';
import { isClassName, isFormula, tidy } from '@jalon/rosters';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../../testing/more-pupils.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil, Teacher } from '../actor.ts';
import { listClasses } from '../classes/list.ts';
import type { ServiceContext } from '../context.ts';
import { readSchool } from '../school/overview.ts';
import { listStaff } from '../staff/list.ts';
import { setClasses } from '../staff/members.ts';
import { changeGroup } from './change.ts';
import { endGroup } from './end.ts';
import { makeGroup } from './make.ts';
import { readGroup } from './read.ts';
import { readGroupPupils } from './taught.ts';

const { own, sameSchool, otherSchool } = people;
const schoolId = own.school;
const teacher: Teacher = actors.teacher;
const colleague: Teacher = { role: 'teacher', id: sameSchool.teacher, schoolId };
const director = actors.administrator;

let services: ServiceContext;
let now: Date;
/** Of the first class, besides Zélie. */
let more: Pupil[];
beforeEach(async () => {
  now = new Date('2026-11-28T09:00:00Z');
  services = await createTestServices({ clock: () => now });
  more = await addPupils(services, [
    { firstName: 'Awa', lastName: 'Genêt' },
    { firstName: 'Tom', lastName: 'Orme' },
    { firstName: 'Eva', lastName: 'Érable' },
  ]);
});
afterEach(() => services.store.close());

const pupilOf = (index: number): string => {
  const pupil = more[index];
  if (!pupil) throw new Error(`There is no pupil ${index}.`);
  return pupil.id;
};
const make = (
  pupilIds: string[] = [own.pupil, pupilOf(0)],
  actor: Teacher = teacher,
  name = 'Soutien',
) => makeGroup(services, actor, { name, pupilIds });
const change = (classId: string, over: object, actor = teacher) =>
  changeGroup(services, actor, classId, { name: null, add: [], remove: [], ...over });
const membersOf = async (classId: string) =>
  (await services.store.read.classes.pupils({ schoolId, classId })).map(({ id }) => id).toSorted();
const share = (classId: string) =>
  services.store.write(
    services.store.change.addTeaching({ schoolId, classId, staffId: colleague.id }),
  );

describe('making a group', () => {
  it('gives whoever makes it a group of this school year, which the administrator sees too', async () => {
    const group = await make([own.pupil, pupilOf(0), pupilOf(0)], teacher, '  Soutien   du lundi ');
    expect(group).toEqual({
      ...{ id: group.id, name: 'Soutien du lundi', kind: 'group', origin: 'school' },
      ...{ schoolYear: '2026-2027', yearGroup: '6e', pupils: 2 },
    });
    expect(await listClasses(services, teacher)).toContainEqual(group);
    expect(await listClasses(services, colleague)).not.toContainEqual(group);
    expect((await readSchool(services, director)).classes).toContainEqual(
      expect.objectContaining({ id: group.id, pupils: 2, teachers: ['Dominique Laurier'] }),
    );
    expect((await listStaff(services, director)).classes).toContainEqual({
      ...{ id: group.id, name: group.name, kind: 'group' },
    });
    expect(await readGroup(services, teacher, group.id)).toEqual({
      class: group,
      pupils: [
        { id: own.pupil, name: 'Zélie Aubépine', className: '6e own' },
        { id: pupilOf(0), name: 'Awa Genêt', className: '6e own' },
      ],
      sharedWith: [],
    });
  });

  it('takes nobody whom its maker does not teach, of this school or another, and then makes nothing', async () => {
    for (const stranger of [sameSchool.pupil, otherSchool.pupil, own.class]) {
      await expect(make([own.pupil, stranger])).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await listClasses(services, teacher)).toHaveLength(1);
    expect((await readSchool(services, director)).classes).toHaveLength(4);
  });

  it('takes pupils of a group that its maker teaches, and says where each may be chosen, once', async () => {
    const { store } = services;
    await store.write(
      store.change.addTeaching({ schoolId, classId: sameSchool.group, staffId: teacher.id }),
      store.change.addTeaching({ schoolId, classId: own.group, staffId: teacher.id }),
    );
    expect(await readGroupPupils(services, teacher)).toEqual({
      schoolYear: '2026-2027',
      places: [
        {
          ...{ id: own.class, name: '6e own', kind: 'class' },
          pupils: [
            { id: own.pupil, name: 'Zélie Aubépine' },
            { id: pupilOf(2), name: 'Eva Érable' },
            { id: pupilOf(0), name: 'Awa Genêt' },
            { id: pupilOf(1), name: 'Tom Orme' },
          ],
        },
        {
          ...{ id: sameSchool.group, name: 'Latin sameSchool', kind: 'group' },
          pupils: [{ id: sameSchool.pupil, name: 'Zélie Aubépine' }],
        },
      ],
    });
    expect((await make([sameSchool.pupil])).pupils).toBe(1);
  });

  it('takes nobody who has left, and nobody of a class of another year', async () => {
    const { change: changes, write } = services.store;
    await write(changes.changePupil({ schoolId, pupilId: pupilOf(0) }, { leftAt: now }));
    await expect(make([pupilOf(0)])).rejects.toMatchObject({ code: 'not-found' });
    now = new Date('2027-09-02T09:00:00Z');
    expect((await readGroupPupils(services, teacher)).places).toEqual([]);
    await expect(make([own.pupil])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes no name that another of one’s classes and groups of the year has', async () => {
    await make();
    await expect(make([own.pupil], teacher, 'SOUTIEN')).rejects.toMatchObject({
      code: 'group-known',
    });
    await expect(make([own.pupil], teacher, '6E OWN')).rejects.toMatchObject({
      code: 'group-known',
    });
    // What a colleague calls theirs is no matter.
    expect((await make([sameSchool.pupil], colleague)).name).toBe('Soutien');
  });

  it('lets an administrator do the same with the classes that they teach', async () => {
    expect((await make([own.pupil], director)).pupils).toBe(1);
    await expect(make([sameSchool.pupil], director, 'Autre')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('is named as rosters name classes and groups', () => {
  const letter = fc.constantFrom(...'aÉ9 =+@|-<>\t\u200b\u202e\u2028\ufffd', ...['\u0301', '🎓']);
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 105 }), (typed) => {
      const taken = groupName.safeParse(typed);
      const name = typed.trim();
      if (taken.success) expect(isClassName(tidy(name)) && !isFormula(name)).toBe(true);
      // Rosters put blanks right that nobody types into one line.
      else if (!/\p{Cc}|\uFFFD|\u2028/u.test(name) && tidy(name) === name) {
        expect(isClassName(name) && !isFormula(name)).toBe(false);
      }
    }),
  );
});

describe('changing a group', () => {
  it('renames it, puts pupils in and takes others out', async () => {
    const { id } = await make();
    await change(id, { name: 'Défi', add: [pupilOf(1)], remove: [own.pupil] });
    expect(await membersOf(id)).toEqual([pupilOf(0), pupilOf(1)].toSorted());
    expect((await listClasses(services, teacher)).map(({ name }) => name)).toContain('Défi');
    // Sent again, it is the same.
    await change(id, { name: 'Défi', add: [pupilOf(1)], remove: [own.pupil] });
    expect(await membersOf(id)).toHaveLength(2);
  });

  it('changes nothing at all where one of the pupils is not taught', async () => {
    const { id } = await make();
    await expect(
      change(id, { name: 'X', add: [pupilOf(1), sameSchool.pupil], remove: [own.pupil] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await membersOf(id)).toEqual([own.pupil, pupilOf(0)].toSorted());
  });

  it('leaves alone what came with a roster, and says so', async () => {
    for (const classId of [own.class, own.group]) {
      for (const ask of [
        () => change(classId, { name: 'À moi' }),
        () => endGroup(services, teacher, classId),
        () => readGroup(services, teacher, classId),
      ]) {
        await expect(ask()).rejects.toMatchObject({ code: 'from-roster' });
      }
    }
    const elsewhere: Teacher = { ...teacher, schoolId: otherSchool.school };
    const { id } = await make();
    await expect(change(id, { name: 'À moi' }, elsewhere)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves somebody in it, and at most 200', async () => {
    const { id } = await make();
    await expect(change(id, { remove: [own.pupil, pupilOf(0)] })).rejects.toMatchObject({
      code: 'group-size',
    });
    const crowd = await addPupils(
      services,
      Array.from({ length: 199 }, (_, n) => ({ firstName: 'A', lastName: `B${n}` })),
    );
    const add = crowd.map((one) => one.id);
    await expect(change(id, { add })).rejects.toMatchObject({ code: 'group-size' });
    await change(id, { add: add.slice(0, 198) });
    expect(await membersOf(id)).toHaveLength(200);
    expect(changeBody.safeParse({ name: null, add: [...add, own.pupil], remove: [] }).success).toBe(
      true,
    );
  });

  it('by two at once keeps what both changed', async () => {
    const { id } = await make();
    await share(id);
    await services.store.write(
      services.store.change.addTeaching({
        ...{ schoolId, classId: own.class, staffId: colleague.id },
      }),
    );
    await Promise.all([
      change(id, { add: [pupilOf(1)], name: 'Renommé' }),
      change(id, { add: [pupilOf(2)] }, colleague),
      change(id, { remove: [own.pupil] }, colleague),
    ]);
    expect(await membersOf(id)).toEqual([pupilOf(0), pupilOf(1), pupilOf(2)].toSorted());
    expect((await readGroup(services, teacher, id)).class.name).toBe('Renommé');
  });

  it('by two at once leaves neither an empty group nor one of more than 200', async () => {
    const { id } = await make();
    const emptied = await Promise.allSettled([
      change(id, { remove: [own.pupil] }),
      change(id, { remove: [pupilOf(0)] }),
    ]);
    expect(emptied.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await membersOf(id)).toHaveLength(1);
    const crowd = await addPupils(
      services,
      Array.from({ length: 240 }, (_, n) => ({ firstName: 'A', lastName: `B${n}` })),
    );
    const ids = crowd.map((one) => one.id);
    const filled = await Promise.allSettled([
      change(id, { add: ids.slice(0, 120) }),
      change(id, { add: ids.slice(120) }),
    ]);
    expect(filled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await membersOf(id)).toHaveLength(121);
  });

  it('that was ended a moment before puts nobody back into it', async () => {
    const { id } = await make();
    await Promise.allSettled([
      endGroup(services, teacher, id),
      change(id, { add: [pupilOf(1)] }),
      change(id, { add: [pupilOf(2)] }),
    ]);
    expect(await membersOf(id)).toEqual([]);
  });

  it('of a past year is refused; it may be ended', async () => {
    const { id } = await make();
    now = new Date('2027-09-02T09:00:00Z');
    await expect(change(id, { name: 'X' })).rejects.toMatchObject({ code: 'group-over' });
    expect(await endGroup(services, teacher, id)).toEqual({ ended: true });
  });
});

describe('sharing a group', () => {
  it('is done by the administrator; whoever shares it adds pupils of their own', async () => {
    const { id } = await make();
    await setClasses(services, director, colleague.id, [sameSchool.class, id]);
    expect((await listClasses(services, colleague)).map((one) => one.id)).toContain(id);
    await change(id, { add: [sameSchool.pupil], remove: [own.pupil] }, colleague);
    expect(await membersOf(id)).toEqual([pupilOf(0), sameSchool.pupil].toSorted());
    // Whoever is in a group that one teaches is taught by one, and may be in another group.
    expect((await make([sameSchool.pupil], teacher, 'Autre')).pupils).toBe(1);
    expect((await readGroup(services, teacher, id)).sharedWith).toEqual(['Dominique Laurier']);
  });
});
