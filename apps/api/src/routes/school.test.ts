import { rosterReading, schoolLooks, schoolOverview } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uploadType } from '../plugins/app/uploads.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { actors, people } from '../testing/two-schools.ts';

let server: TestServer;
beforeEach(async () => {
  server = await createTestServer({ clock: () => new Date('2026-11-28T09:00:00Z') });
});
afterEach(() => server.close());

const file = 'Nom;Prénom;Date de naissance;Classe\nÉrable;Zoé;01/02/2014;6A\n';

const upload = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  server.call(
    {
      method: 'POST',
      url: '/api/school/rosters',
      headers: { 'content-type': uploadType, ...headers },
      payload,
    },
    actors.administrator,
  );

describe('a file that is uploaded', () => {
  it('is read, and answered in the language that is asked for', async () => {
    const answer = await upload(Buffer.from('Nom;Prénom;Classe\nA;B;C\n'), {
      'accept-language': 'en',
    });
    expect(answer.statusCode).toBe(200);
    const { rosterId, problems } = rosterReading.parse(answer.json());
    expect(rosterId).toBeNull();
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Line 2 : B A has no birth date/),
    );
  });

  it('is refused where it is said to be something else, or too large', async () => {
    expect((await upload(file, { 'content-type': 'application/json' })).statusCode).toBe(400);
    expect((await upload('{}', { 'content-type': 'application/json' })).json()).toMatchObject({
      code: 'unsupported-media-type',
    });
    expect((await upload(file, { 'content-type': 'multipart/form-data' })).statusCode).toBe(415);
    expect((await upload(Buffer.alloc(65_000_000))).json()).toMatchObject({ code: 'too-large' });
  });

  it('is taken by no other route', async () => {
    const answer = await server.call({
      method: 'POST',
      url: '/api/session/card',
      headers: { 'content-type': uploadType },
      payload: Buffer.from('x'),
    });
    expect(answer.json()).toMatchObject({ code: 'unsupported-media-type' });
  });
});

describe('cards', () => {
  it('are made as a page to print, by an administrator for any class and a teacher for theirs', async () => {
    for (const actor of [actors.administrator, actors.teacher]) {
      const answer = await server.call(
        {
          method: 'POST',
          url: `/api/school/pupils/${people.own.pupil}/card`,
          payload: { pictures: false },
        },
        actor,
      );
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('end the card before: its words sign nobody in any more', async () => {
    const signIn = () =>
      server.call({
        method: 'POST',
        url: '/api/session/card',
        payload: { card: people.cards.own },
      });
    expect((await signIn()).statusCode).toBe(200);
    await server.call(
      {
        method: 'POST',
        url: `/api/school/classes/${people.own.class}/cards`,
        payload: { whose: 'without-card', pictures: false },
      },
      actors.administrator,
    );
    expect((await signIn()).statusCode).toBe(200);
    await server.call(
      {
        method: 'POST',
        url: `/api/school/classes/${people.own.class}/cards`,
        payload: { whose: 'all', pictures: false },
      },
      actors.administrator,
    );
    expect((await signIn()).json()).toMatchObject({ code: 'wrong-card' });
  });
});

it('logs who looked and who made a card, page by page', async () => {
  for (let i = 0; i < 30; i += 1) {
    await server.call({ method: 'GET', url: `/api/pupils/${people.own.pupil}` }, actors.teacher);
    await server.call(
      {
        method: 'POST',
        url: `/api/school/pupils/${people.own.pupil}/card`,
        payload: { pictures: false },
      },
      actors.administrator,
    );
  }
  const page = async (before = '') =>
    schoolLooks.parse(
      (
        await server.call(
          { method: 'GET', url: `/api/school/looks${before && `?before=${before}`}` },
          actors.administrator,
        )
      ).json(),
    );
  const first = await page();
  expect(first.looks).toHaveLength(50);
  expect(first.looks.slice(0, 2)).toMatchObject([
    { staffName: 'Claude Peuplier', pupilName: 'Zélie Aubépine', action: 'card:make' },
    { staffName: 'Dominique Laurier', pupilName: 'Zélie Aubépine', action: 'pupil:read' },
  ]);
  const second = await page(first.next ?? '');
  expect(second).toMatchObject({ next: null });
  expect(second.looks).toHaveLength(10);
});

it('shows an administrator the school, by name and number, without any result', async () => {
  const answer = await server.call({ method: 'GET', url: '/api/school' }, actors.administrator);
  const seen = schoolOverview.parse(answer.json());
  expect(seen).toMatchObject({ name: 'Collège Un', uai: '0690001A', pupils: 2, withoutCard: 0 });
  expect(seen.classes.map(({ name, kind, pupils }) => [name, kind, pupils])).toEqual([
    ['6e own', 'class', 1],
    ['6e sameSchool', 'class', 1],
    ['Latin own', 'group', 1],
    ['Latin sameSchool', 'group', 1],
  ]);
  expect(seen.classes[0]?.teachers).toEqual(['Claude Peuplier', 'Dominique Laurier']);
});
