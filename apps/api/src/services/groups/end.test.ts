import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveOne } from '../../testing/give-one.ts';
import { addPupils } from '../../testing/more-pupils.ts';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import type { Pupil, Teacher } from '../actor.ts';
import { listClasses } from '../classes/list.ts';
import { readPicture } from '../classes/picture.ts';
import { readPupilFile } from '../classes/pupil-file.ts';
import type { ServiceContext } from '../context.ts';
import { readHome } from '../home.ts';
import { readSchool, readSchoolClass } from '../school/overview.ts';
import { acceptInvitation } from '../staff/accept.ts';
import { inviteStaff } from '../staff/invite.ts';
import { listStaff } from '../staff/list.ts';
import { endGroup } from './end.ts';
import { makeGroup } from './make.ts';

const { own, sameSchool } = people;
const schoolId = own.school;
const teacher: Teacher = actors.teacher;
const colleague: Teacher = { role: 'teacher', id: sameSchool.teacher, schoolId };
const director = actors.administrator;

let services: ServiceContext;
let more: Pupil[];
beforeEach(async () => {
  const now = new Date('2026-11-28T09:00:00Z');
  services = await createTestServices({ clock: () => now });
  more = await addPupils(services, [{ firstName: 'Awa', lastName: 'Genêt' }]);
});
afterEach(() => services.store.close());

const make = () =>
  makeGroup(services, teacher, {
    name: 'Soutien',
    pupilIds: [own.pupil, ...more.map(({ id }) => id)],
  });
const share = (classId: string) =>
  services.store.write(
    services.store.change.addTeaching({ schoolId, classId, staffId: colleague.id }),
  );

describe('ending a group', () => {
  it('ends it for all who teach it and keeps what was given and the results', async () => {
    const { id } = await make();
    await share(id);
    const given = await giveOne(services, teacher, id, { title: 'Pour le groupe' });
    const pupil = more[0];
    if (!pupil) throw new Error('There is no pupil.');
    const titles = async () =>
      JSON.stringify(await readHome(services, pupil)).includes('Pour le groupe');
    expect(await titles()).toBe(true);
    const { start, finish } = taking(services, pupil);
    const sat = await start({ mode: 'given', assessmentId: given.id });
    await finish(sat.id);

    await endGroup(services, teacher, id);
    for (const actor of [teacher, colleague]) {
      expect((await listClasses(services, actor)).map((one) => one.id)).not.toContain(id);
    }
    expect(await titles()).toBe(false);
    const assessment = { schoolId, assessmentId: given.id };
    expect(await services.store.read.assessments.byId(assessment)).toMatchObject({ classId: id });
    const { pupils } = await readPicture(services, teacher, own.class);
    expect(pupils.find(({ id: one }) => one === pupil.id)?.cells).toMatchObject([
      { attemptId: sat.id },
    ]);
    expect((await readPupilFile(services, teacher, pupil.id)).attempts).toMatchObject([
      { id: sat.id, title: 'Pour le groupe' },
    ]);
    const reach = { actorId: teacher.id, schoolId, subjectId: sat.id };
    expect(await services.store.read.scopes.taughtAttempt(reach)).toBe(true);
    expect(
      await services.store.read.scopes.taughtAttempt({ ...reach, actorId: colleague.id }),
    ).toBe(false);
  });

  it('takes it from the administrator’s pages and from invitations that promised it', async () => {
    const { id } = await make();
    const { link } = await inviteStaff(
      services,
      { origin: 'https://jalon.example', language: 'fr' },
      director,
      { name: 'Noa', email: 'noa@ecole.example', role: 'teacher', classIds: [own.class, id] },
    );
    await endGroup(services, teacher, id);
    expect((await readSchool(services, director)).classes.map((one) => one.id)).not.toContain(id);
    expect((await listStaff(services, director)).classes.map((one) => one.id)).not.toContain(id);
    await expect(readSchoolClass(services, director, id)).rejects.toMatchObject({
      code: 'not-found',
    });
    const { signedIn } = await acceptInvitation(
      services,
      link?.split('/').at(-1) ?? '',
      'quatre mots sans rapport',
    );
    expect(
      (await services.store.read.classes.taughtBy({ schoolId, staffId: signedIn.id })).map(
        (one) => one.id,
      ),
    ).toEqual([own.class]);
  });

  it('leaves its name free', async () => {
    const { id } = await make();
    await endGroup(services, teacher, id);
    expect((await make()).name).toBe('Soutien');
  });
});
