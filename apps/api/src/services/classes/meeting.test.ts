import { beforeEach, expect, it } from 'vitest';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { readResult } from '../attempts/result.ts';
import type { ServiceContext } from '../context.ts';
import { readMeetingPage } from './meeting.ts';

let services: ServiceContext;
beforeEach(async () => {
  services = await createTestServices();
});

const read = () => readMeetingPage(services, actors.teacher, people.own.pupil);

it('says what the latest result showed and what comes next, as the result does', async () => {
  expect((await read()).competences).toEqual([]);
  await taking(services).finish(people.own.attempt, upToLevel(2));
  const page = await read();
  const result = await readResult(services, actors.teacher, people.own.attempt);
  expect(page).toMatchObject({
    pupil: { name: 'Zélie Aubépine' },
    class: { name: '6e own' },
    schoolName: 'Collège Un',
    competences: [{ competence: { code: '1.1' }, level: result.level, next: result.next }],
  });
  const known = result.shown.map(({ descriptor }) => descriptor.code);
  const shown = page.competences[0]?.shown ?? [];
  expect(shown.length).toBeGreaterThan(0);
  expect(known).toEqual(expect.arrayContaining(shown.map(({ code }) => code)));
});

it('is a look that is logged', async () => {
  await read();
  const looks = await services.store.read.rights.looksAt({
    schoolId: people.own.school,
    pupilId: people.own.pupil,
  });
  expect(looks).toMatchObject([{ actorId: people.own.teacher, action: 'pupil:read' }]);
});
