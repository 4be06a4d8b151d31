import { measureWith, readStatement, verifyStatement } from '@jalon/framework';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallRelease } from '../../testing/small-release.ts';
import { taking, upToLevel } from '../../testing/taking.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people } from '../../testing/two-schools.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer();
});
afterEach(() => server.close());

const url = `/api/attempts/${people.own.attempt}/statement`;
const finish = () => taking(server.services).finish(people.own.attempt, upToLevel(2));

describe('the statement of a result', () => {
  it.each(['pupil', 'teacher'] as const)(
    'is taken away by the %s, and holds elsewhere',
    async (who) => {
      const attempt = await finish();
      const answer = await server.call({ url }, actors[who]);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-disposition']).toBe(
        `attachment; filename="jalon-1.1-${attempt.finishedAt?.toISOString().slice(0, 10)}.json"`,
      );
      const { read, problems } = readStatement(answer.body);
      expect(problems).toEqual([]);
      if (!read) return;
      // Made again from the release alone, far from the server.
      const check = verifyStatement(measureWith(smallRelease()), read);
      expect(check.problems).toEqual([]);
      expect(check.steps).toHaveLength(attempt.answered);
      expect(read.result).toMatchObject({
        ability: attempt.ability,
        standardError: attempt.standardError,
        level: (await taking(server.services).result())?.level,
      });
    },
  );

  it('names nobody', async () => {
    await finish();
    const { body } = await server.call({ url }, actors.pupil);
    const known = ['Zélie', 'Aubépine', people.own.pupil, people.own.school, people.own.class];
    expect(known.filter((word) => body.includes(word))).toEqual([]);
  });

  it('is not there before the end, for the pupil nor the teacher', async () => {
    await taking(server.services).answer(people.own.attempt);
    for (const actor of [actors.pupil, actors.teacher]) {
      const answer = await server.call({ url }, actor);
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'attempt-open']);
    }
  });
});
