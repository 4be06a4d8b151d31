import {
  type AssessmentProgress,
  assessmentProgress,
  assessmentSummary,
  problem,
  sittingProgress,
} from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SignedIn } from '../services/actor.ts';
import { giveBody } from '../testing/give-one.ts';
import { addPupils } from '../testing/more-pupils.ts';
import { taking } from '../testing/taking.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, people } from '../testing/two-schools.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

const give = (payload: object) =>
  server.call(
    { method: 'POST', url: `/api/classes/${people.own.class}/assessments`, payload },
    actors.teacher,
  );
const choice = giveBody({ title: 'Un test' });

describe('giving an assessment', () => {
  it('takes the title without the blanks around it', async () => {
    const given = await give({ ...choice, title: '  Chercher \n' });
    expect(z.array(assessmentSummary).parse(given.json())[0]?.title).toBe('Chercher');
  });

  it.each([
    ['a title of blanks', { ...choice, title: ' \t ' }],
    ['a title of 121 characters', { ...choice, title: 'a'.repeat(121) }],
    ['a day that is none', { ...choice, closesOn: '2026-02-30' }],
    ['no competence', { ...choice, competences: [] }],
    ['a competence twice', { ...choice, competences: ['1.1', '1.1'] }],
    ['levels from high to low', { ...choice, levels: { from: 3, to: 2 } }],
    ['nobody chosen', { ...choice, audience: { to: 'chosen', pupilIds: [] } }],
    ['no time at all', { ...choice, minutes: 0 }],
    ['a field of another thing', { ...choice, schoolId: people.otherSchool.school }],
  ])('refuses %s', async (_, payload) => {
    const answer = await give(payload);
    expect(answer.statusCode).toBe(400);
    expect(problem.parse(answer.json()).code).toBe('bad-request');
  });
});

describe('a teacher who follows an assessment', () => {
  let origin: string;
  beforeEach(async () => {
    origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
  });

  const request = (actor: SignedIn, path: string, body?: object) =>
    fetch(origin + path, {
      headers: {
        cookie: `jalon_access=${server.cookieOf(actor).jalon_access}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });

  /** The events of the assessment as they are written; the first says that the line is open. */
  async function* follow() {
    const answer = await request(
      actors.teacher,
      `/api/assessments/${people.own.assessment}/events`,
    );
    if (!answer.body) throw new Error('The stream has no body.');
    let text = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = (text + chunk).split('\n\n');
      text = events.pop() ?? '';
      yield* events;
    }
  }

  const roomNow = async (): Promise<AssessmentProgress> => {
    const path = `/api/assessments/${people.own.assessment}/progress`;
    return assessmentProgress.parse(await (await request(actors.teacher, path)).json());
  };

  it('sees a pupil move on when the answer is kept, and as the room then shows it', async () => {
    const events = follow();
    expect((await events.next()).value).toBe(': quiet');
    const path = `/api/attempts/${people.own.attempt}/responses`;
    const sent = await taking(server.services).submission(people.own.attempt);
    expect((await request(actors.pupil, path, sent)).status).toBe(200);
    const { value: event = '' } = await events.next();
    const [name, data, ...rest] = event.split('\n');
    expect([name, rest]).toEqual(['event: sitting', []]);
    const moved = sittingProgress.parse(JSON.parse(data?.replace(/^data: /, '') ?? ''));
    expect(moved).toMatchObject({ state: 'working', answered: 1, name: 'Zélie Aubépine' });
    expect((await roomNow()).pupils).toEqual([moved]);
    await events.return(undefined);
  });

  it('sees a pupil begin, once, in however many tabs', async () => {
    const [newcomer] = await addPupils(server.services, [{ firstName: 'Tom', lastName: 'Orme' }]);
    const pupil = taking(server.services, newcomer);
    const events = follow();
    await events.next();
    await Promise.all([1, 2, 3].map(() => pupil.measure(people.own.assessment)));
    await taking(server.services).answer(people.own.attempt);
    const seen = [await events.next(), await events.next()].map(({ value }) => value);
    expect(seen).toEqual([
      expect.stringContaining('"name":"Tom Orme","state":"working"'),
      expect.stringContaining('"name":"Zélie Aubépine","state":"working"'),
    ]);
    await events.return(undefined);
  });

  it('is told of an answer once, however often it is sent', async () => {
    const events = follow();
    await events.next();
    const pupil = taking(server.services);
    const path = `/api/attempts/${people.own.attempt}/responses`;
    const sent = await pupil.submission(people.own.attempt);
    await Promise.all([1, 2, 3].map(() => request(actors.pupil, path, sent)));
    await request(actors.pupil, path, await pupil.submission(people.own.attempt));
    const answered = [await events.next(), await events.next()].map(
      ({ value }) => /"answered":(\d+)/.exec(value ?? '')?.[1],
    );
    expect(answered).toEqual(['1', '2']);
    await events.return(undefined);
  });

  it('is let go when the server closes', async () => {
    const events = follow();
    await events.next();
    await server.app.close();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
