import { beforeEach, describe, expect, it } from 'vitest';
import { addPupils } from '../../testing/more-pupils.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { type GiveOne, giveOne } from '../../testing/give-one.ts';
import { listAssessments } from './list.ts';

const { class: classId } = people.own;

let services: ServiceContext;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 24, 8);
  services = await createTestServices({ clock: () => new Date(now) });
});

const give = (over: GiveOne = {}, toClass: string = classId) =>
  giveOne(services, actors.teacher, toClass, {
    title: 'Chercher une information',
    competence: '1.1',
    feedback: 'later',
    closesOn: null,
    ...over,
  });
const titles = async () =>
  (await listAssessments(services, actors.teacher, classId)).map(({ title }) => title);

describe('giving an assessment', () => {
  it('tells what was given, to how many', async () => {
    await addPupils(services, [
      { firstName: 'Awa', lastName: 'Genêt' },
      { firstName: 'Tom', lastName: 'Orme' },
    ]);
    const given = await give();
    expect(given).toEqual({
      id: given.id,
      classId,
      title: 'Chercher une information',
      competence: { code: '1.1', name: 'Mener une recherche' },
      mode: 'measure',
      feedback: 'later',
      givenAt: new Date(now).toISOString(),
      opensAt: null,
      opened: true,
      closesAt: null,
      closed: false,
      ...{ questions: null, minutes: null, levels: null, chosen: null, sequence: null },
      counts: { notStarted: 3, working: 0, finished: 0 },
    });
    expect(await listAssessments(services, actors.teacher, classId)).toContainEqual(given);
  });

  it('is under the release in force, and by the teacher who gives it', async () => {
    const { id } = await give();
    const where = { schoolId: people.own.school, assessmentId: id };
    expect(await services.store.read.assessments.byId(where)).toMatchObject({
      givenBy: actors.teacher.id,
      releaseVersion: '1.0.0',
    });
  });

  it('until today lets the class answer until midnight in France', async () => {
    const { closesAt, closed } = await give({ closesOn: '2026-11-24' });
    expect([closesAt, closed]).toEqual(['2026-11-24T23:00:00.000Z', false]);
    now = Date.UTC(2026, 10, 24, 22, 59, 59, 999);
    await expect(give({ closesOn: '2026-11-24' })).resolves.toMatchObject({ closed: false });
  });

  it('until a day that is over is refused, and gives nothing', async () => {
    await expect(give({ closesOn: '2026-11-23' })).rejects.toMatchObject({
      code: 'assessment-closed',
    });
    // It is midnight in France, and still the 24th elsewhere.
    now = Date.UTC(2026, 10, 24, 23);
    await expect(give({ closesOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'assessment-closed',
    });
    expect(await titles()).toEqual(['Un test']);
  });

  it('lets a class overseas answer until midnight where it is', async () => {
    const school = { id: uuid(900), uai: '9740001A', name: 'Collège', department: '974' };
    const aClass = { schoolId: school.id, id: uuid(901), name: '6A', yearGroup: '6e' };
    const teacher = { role: 'teacher', id: uuid(902), schoolId: school.id } as const;
    const { change } = services.store;
    await services.store.write(
      change.addSchools(school),
      change.addClasses({ ...aClass, schoolYear: '2026-2027' }),
      change.addStaff({ ...teacher, name: 'T', email: 't@ecole.example', passwordHash: 'x' }),
    );
    const until = (closesOn: string) =>
      giveOne(services, teacher, aClass.id, {
        title: 'Chercher une information',
        competence: '1.1',
        feedback: 'later',
        closesOn,
      });
    expect((await until('2026-11-24')).closesAt).toBe('2026-11-24T20:00:00.000Z');
    now = Date.UTC(2026, 10, 24, 20);
    await expect(until('2026-11-24')).rejects.toMatchObject({ code: 'assessment-closed' });
  });

  it('on a competence that has no items is refused, and gives nothing', async () => {
    await expect(give({ competence: '5.2' })).rejects.toMatchObject({ code: 'no-items' });
    expect(await titles()).toEqual(['Un test']);
  });

  it("to another school's class finds nothing, even where its id is known", async () => {
    await expect(give({}, people.otherSchool.class)).rejects.toMatchObject({ code: 'not-found' });
  });
});
