import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveBody } from '../../testing/give-one.ts';
import { bodyOf, everyRoute, pathWith } from '../../testing/route-calls.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, emailOf, people, password } from '../../testing/two-schools.ts';
import { describeError } from './request-log.ts';

const tables = ['pupil', 'card', 'staff', 'teaching', 'attempt', 'response', 'school_class'];

let test: TestStore;
let server: TestServer;
beforeEach(async () => {
  test = await openTestStore();
  server = await createTestServer({
    store: test.store,
    config: { logLevel: 'trace' },
    web: (request, response) => {
      response.statusCode = 500;
      response.end(request.url);
    },
  });
  server.logged.length = 0;
});
afterEach(() => server.close());

/** What a log must not hold: who called, whom it was about, what they wrote. */
const secrets = [
  'Zélie',
  'Aubépine',
  'Camille',
  'Collège Un',
  'marque',
  password,
  emailOf(people.own.teacher),
  ...people.cards.own.split('-'),
  ...Object.values(people.own),
  people.inspector,
];

function expectNoSecret(): void {
  const log = server.logged.join('').toLowerCase();
  for (const secret of secrets) expect(log).not.toContain(secret.toLowerCase());
}

const marked = {
  submitResponse: {
    ordinal: 1,
    response: { kind: 'choice', option: 'marque' },
    clientKey: '00000000-0000-4000-8000-00000000c11e',
    durationMs: 4_000,
  },
  giveAssessments: giveBody({ title: 'Une marque' }),
};

async function callEveryRoute(): Promise<void> {
  const paths = { ...people.own, attemptId: people.own.attempt };
  for (const { name, contract } of everyRoute) {
    const param = contract.path.match(/:(\w+)Id/)?.[1];
    const id = Object.entries(paths).find(([key]) => key === param)?.[1] ?? people.own.pupil;
    const body = Object.entries(marked).find(([route]) => route === name)?.[1];
    const query = name === 'cohort' ? '?competence=1.1&school=marque' : '?marque=marque';
    // Nothing ends it here but its watcher.
    if (contract.stream === 'text/event-stream') continue;
    for (const actor of [undefined, ...Object.values(actors)]) {
      const called = server.call(
        {
          method: contract.method,
          url: pathWith(contract, id) + query,
          headers: { 'user-agent': 'marque', 'x-forwarded-for': '192.0.2.77' },
          cookies: { jalon_refresh: 'marque' },
          ...(body ? { payload: body } : bodyOf(name)),
        },
        actor,
      );
      // A download that fails half way is cut off.
      await called.catch(() => null);
    }
  }
}

describe('the log', () => {
  it('names nobody and quotes nothing, whatever is called', async () => {
    await callEveryRoute();
    for (const url of [
      '/api/marque',
      '/api/attempts/marque',
      '/eleve/marque?m=marque',
      '/%zz/marque',
    ])
      await server.call({ url }, actors.pupil);
    expect(server.logged.length).toBeGreaterThan(everyRoute.length);
    expectNoSecret();
  });

  it('names nobody and quotes nothing where every query fails, with its parameters', async () => {
    for (const table of tables) await test.tamper(`alter table ${table} rename to ${table}_away`);
    try {
      await callEveryRoute();
    } finally {
      for (const table of tables) await test.tamper(`alter table ${table}_away rename to ${table}`);
    }
    const failed = server.logged.filter((line) => line.includes('request failed'));
    expect(failed.length).toBeGreaterThan(10);
    expectNoSecret();
  });
});

describe('an error in the log', () => {
  it('is told by its kind, its code and where it came from, down to its cause', () => {
    const cause = Object.assign(new Error('insert Zélie'), { code: '23505', detail: 'Zélie' });
    const described = describeError(new TypeError('params: Zélie', { cause }));
    expect(described).toMatchObject({ type: 'TypeError', cause: { message: '23505' } });
    expect(described.stack).toContain('request-log.test.ts');
    expect(JSON.stringify(described)).not.toContain('Zélie');
  });

  it('that is no error says so, and not what it is', () => {
    expect(describeError('Zélie')).toEqual({ type: 'string', message: 'not an error', stack: '' });
  });
});
