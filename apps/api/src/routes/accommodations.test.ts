import {
  type Accommodation,
  actor as actorSchema,
  ownData,
  ownDataSummary,
  pupilAccommodations,
  schoolLooks,
} from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../services/actor.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, people } from '../testing/two-schools.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

const pathOf = (pupilId: string) => `/api/pupils/${pupilId}/accommodations`;
const get = (url: string, actor: SignedIn) => server.call({ method: 'GET', url }, actor);
const say = (measures: readonly string[], actor: SignedIn, pupilId: string = people.own.pupil) =>
  server.call({ method: 'POST', url: pathOf(pupilId), payload: { measures } }, actor);
const read = async (actor: SignedIn = actors.teacher) =>
  pupilAccommodations.parse((await get(pathOf(people.own.pupil), actor)).json());
const looks = () =>
  server.store.read.rights.looksAt({ schoolId: people.own.school, pupilId: people.own.pupil });

const sameSchool = {
  teacher: { role: 'teacher', id: people.sameSchool.teacher, schoolId: people.own.school },
  pupil: { role: 'pupil', id: people.sameSchool.pupil, schoolId: people.own.school },
} as const satisfies Record<string, SignedIn>;

const some: Accommodation[] = ['read-aloud', 'simple-layout'];

describe('what Jalon adapts for a pupil', () => {
  it('is said by a teacher of theirs, all of it in place of what was said before', async () => {
    expect((await read()).measures).toEqual(['extra-time']);
    expect((await say(some, actors.teacher)).json()).toEqual({ kept: true });
    expect(await read()).toMatchObject({ measures: some, said: { by: 'Dominique Laurier' } });
    await say(['readable-font'], actors.administrator);
    expect(await read()).toMatchObject({
      measures: ['readable-font'],
      said: { by: 'Claude Peuplier' },
    });
  });

  it('is as for all again, and no row stays, once the list is empty', async () => {
    await say([], actors.teacher);
    expect(await read()).toEqual({ measures: [], said: null });
    const of = { schoolId: people.own.school, pupilId: people.own.pupil };
    expect(await server.store.read.rights.accommodation(of)).toBeNull();
  });

  it.each([[['why-so']], [['extra-time', 'extra-time']]])('is none of %j', async (measures) => {
    expect((await say(measures, actors.teacher)).statusCode).toBe(400);
    expect((await read()).measures).toEqual(['extra-time']);
  });

  it('is read and said by nobody else', async () => {
    const { own, otherSchool } = people;
    const otherTeacher = {
      ...{ role: 'teacher' as const, id: otherSchool.teacher, schoolId: otherSchool.school },
    };
    for (const actor of [sameSchool.teacher, otherTeacher]) {
      expect((await get(pathOf(own.pupil), actor)).statusCode).toBe(404);
      expect((await say(some, actor)).statusCode).toBe(404);
    }
    for (const actor of [actors.pupil, sameSchool.pupil, actors.inspector]) {
      expect((await get(pathOf(own.pupil), actor)).statusCode).toBe(403);
      expect((await say(some, actor)).statusCode).toBe(403);
    }
    // An administrator who does not teach the class.
    const { pupil } = people.sameSchool;
    expect((await get(pathOf(pupil), actors.administrator)).statusCode).toBe(404);
    expect((await say(some, actors.administrator, pupil)).statusCode).toBe(404);
    expect(await looks()).toEqual([]);
  });

  it('is logged when it is read and when it is said, each as what it is', async () => {
    await read();
    await say(some, actors.administrator);
    expect(await looks()).toMatchObject([
      { actorId: people.own.teacher, action: 'accommodation:read' },
      { actorId: people.administrator, action: 'accommodation:say' },
    ]);
    const summary = await get('/api/me/data/summary', actors.pupil);
    expect(ownDataSummary.parse(summary.json()).looks.newest).toMatchObject([
      { name: 'Claude Peuplier', action: 'accommodation:say' },
      { name: 'Dominique Laurier', action: 'accommodation:read' },
    ]);
  });

  it('is no administrator’s to guess from the journal of looks', async () => {
    await read();
    await say(some, actors.teacher);
    const journal = await get('/api/school/looks', actors.administrator);
    const actions = schoolLooks.parse(journal.json()).looks.map(({ action }) => action);
    expect(actions).toEqual(['pupil:read', 'pupil:read']);
  });
});

describe('what Jalon adapts reaches', () => {
  const sessionOf = async (actor: SignedIn) =>
    actorSchema.parse((await get('/api/session', actor)).json());

  it('the pupil, with who they are, and by which role it was said', async () => {
    await say(some, actors.teacher);
    expect(await sessionOf(actors.pupil)).toMatchObject({ accommodations: some });
    const summary = await get('/api/me/data/summary', actors.pupil);
    expect(ownDataSummary.parse(summary.json()).accommodations).toMatchObject({
      measures: some,
      by: 'teacher',
    });
    const file = ownData.parse((await get('/api/me/data', actors.pupil)).json());
    expect(file.accommodations?.measures).toEqual(some);
  });

  it('nobody for whom nothing is adapted, and no member of staff about themselves', async () => {
    await say([], actors.teacher);
    for (const actor of [actors.pupil, actors.teacher, actors.administrator, actors.inspector]) {
      expect(await sessionOf(actor)).not.toHaveProperty('accommodations');
    }
    const summary = await get('/api/me/data/summary', actors.pupil);
    expect(ownDataSummary.parse(summary.json()).accommodations).toBeNull();
  });

  it('nobody else, by whatever route shows the pupil or the class', async () => {
    await say([...some, 'no-fine-pointing'], actors.teacher);
    const { own } = people;
    const asked: [SignedIn, string][] = [
      [sameSchool.pupil, '/api/session'],
      [sameSchool.pupil, '/api/home'],
      [sameSchool.pupil, '/api/me/data'],
      [actors.teacher, '/api/classes'],
      [actors.teacher, `/api/classes/${own.class}`],
      [actors.teacher, `/api/classes/${own.class}/picture.csv`],
      [actors.teacher, `/api/pupils/${own.pupil}`],
      [actors.teacher, `/api/pupils/${own.pupil}/meeting`],
      [actors.teacher, `/api/assessments/${own.assessment}/progress`],
      [actors.administrator, '/api/school'],
      [actors.administrator, `/api/school/classes/${own.class}`],
      [actors.administrator, '/api/school/looks'],
      [actors.inspector, '/api/cohort?competence=1.1'],
    ];
    for (const [actor, url] of asked) {
      const answer = await get(url, actor);
      expect(answer.statusCode, url).toBe(200);
      expect(answer.body, url).not.toMatch(/read-aloud|simple-layout|no-fine-pointing/);
    }
  });
});
