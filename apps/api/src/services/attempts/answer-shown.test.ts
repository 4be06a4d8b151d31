import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedResponse, attemptView, problem } from '@jalon/types';
import { taking } from '../../testing/taking.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people } from '../../testing/two-schools.ts';
import { giveOne } from '../../testing/give-one.ts';

let server: TestServer;
let pupil: ReturnType<typeof taking>;
beforeAll(async () => {
  server = await createTestServer();
  pupil = taking(server.services);
});
afterAll(() => server.close());

const post = (attemptId: string, payload: object) =>
  server.call(
    { method: 'POST', url: `/api/attempts/${attemptId}/responses`, payload },
    actors.pupil,
  );

/** Begins an assessment that says nothing before the end. */
async function beginSilent() {
  const { services } = server;
  const { id } = await giveOne(services, actors.teacher, people.own.class, {
    title: 'Un test',
    competence: '1.1',
    feedback: 'later',
    closesOn: null,
  });
  return server.call(
    { method: 'POST', url: '/api/attempts', payload: { mode: 'given', assessmentId: id } },
    actors.pupil,
  );
}

/** An item as a pupil may see it, and nothing else. */
const shownItem = {
  language: 'fr',
  prompt: 'Que choisis-tu ?',
  stimulus: [],
  kind: 'choice',
  options: ['o1', 'o2', 'o3'].map((id) => ({ id, text: expect.any(String) })),
};

describe('an answer that does not fit the item', () => {
  const good = () => pupil.submission(people.own.attempt);

  it.each([
    ['is of another kind', { kind: 'text', text: 'le bon choix' }],
    ['names an option that is not shown', { kind: 'choice', option: 'o9' }],
  ])('is refused where it %s, and changes nothing', async (_, response) => {
    const kept = () =>
      Promise.all([pupil.row(people.own.attempt), pupil.responses(people.own.attempt)]);
    const before = await kept();
    const answer = await post(people.own.attempt, { ...(await good()), response });
    expect(answer.statusCode).toBe(400);
    expect(problem.parse(answer.json()).code).toBe('bad-response');
    expect(await kept()).toEqual(before);
  });

  it('can be given again rightly, with the same key', async () => {
    const sent = await good();
    const wrong = { ...sent, response: { kind: 'choice', option: 'o9' } };
    expect((await post(people.own.attempt, wrong)).statusCode).toBe(400);
    expect((await post(people.own.attempt, sent)).statusCode).toBe(200);
  });
});

describe('two devices that answer the same item differently at once', () => {
  it('get one 200 and one 409', async () => {
    const { id } = attemptView.parse((await beginSilent()).json());
    // Both are made before either is sent: else the second may answer the next item.
    const sent = [await pupil.submission(id, true), await pupil.submission(id, false)];
    const answers = await Promise.all(sent.map((one) => post(id, one)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const lost = answers.find(({ statusCode }) => statusCode === 409);
    expect(problem.parse(lost?.json()).code).toBe('already-answered');
  });
});

describe('while an assessment runs that says nothing before the end', () => {
  it('no reply tells the key, the feedback or the worth of an item', async () => {
    const begun = await beginSilent();
    const bodies = [begun.body];
    let view = attemptView.parse(begun.json());
    while (view.current) {
      expect(view.current.item).toEqual(shownItem);
      const read = await server.call({ url: `/api/attempts/${view.id}` }, actors.pupil);
      expect(read.json()).toEqual(view);
      const isRight = view.current.ordinal % 2 === 0;
      const answer = await post(view.id, await pupil.submission(view.id, isRight));
      const accepted = acceptedResponse.parse(answer.json());
      expect(accepted.feedback).toBeNull();
      bodies.push(read.body, answer.body);
      view = accepted.attempt;
    }
    const sent = bodies.join('\n');
    const inner = ['question-', '"seed"', 'difficulty', 'discrimination', '.N', 'ability'];
    const secrets = ['"key"', 'Oui.', 'Relis', 'Il ne va pas', 'Lui non plus', '"points"'];
    expect([...secrets, ...inner].filter((secret) => sent.includes(secret))).toEqual([]);
  });
});
