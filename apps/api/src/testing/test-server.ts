import { openStore, type Store } from '@jalon/store';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import type { Parts } from '../parts.ts';
import { signAccessToken } from '../plugins/app/authentication.ts';
import { accessCookie } from '../plugins/app/session-cookies.ts';
import type { SignedIn } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import { createEngines } from '../services/engine.ts';
import { readExposure } from '../services/exposure.ts';
import { deriveKeys, type Keys } from '../services/keys.ts';
import { createSittingEvents } from '../services/sitting-events.ts';
import { smallRelease } from './small-release.ts';
import { people, seedTwoSchools } from './two-schools.ts';

/** A server over a small store in memory, with every answer checked against the contract. */
export interface TestServer {
  app: FastifyInstance;
  store: Store;
  services: ServiceContext;
  keys: Keys;
  config: Config;
  /** What the server has logged, line by line. */
  logged: string[];
  /** The cookie by which someone is signed in. */
  cookieOf(actor: SignedIn): { [accessCookie]: string };
  call(options: InjectOptions, actor?: SignedIn): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export const actors = {
  pupil: { role: 'pupil', id: people.own.pupil, schoolId: people.own.school },
  teacher: { role: 'teacher', id: people.own.teacher, schoolId: people.own.school },
  inspector: { role: 'inspector', id: people.inspector, department: '69' },
} as const satisfies Record<string, SignedIn>;

/** Builds one. What the test is about may be given; the rest is as in a demo. */
export async function createTestServer(
  given: { config?: Partial<Config>; web?: Parts['web']; clock?: () => Date } = {},
): Promise<TestServer> {
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder: '/nowhere',
    frameworkFolder: '/nowhere',
    demo: true,
    secret: 'a secret of the tests, long enough',
    origin: null,
    logLevel: 'debug',
    trustedProxies: 'off',
    requestsPerMinute: 1_000_000,
    ...given.config,
  };
  const clock = given.clock ?? (() => new Date());
  const keys = deriveKeys(config.secret);
  const store = openStore(':memory:');
  const release = smallRelease();
  const engines = createEngines([release], release.version);
  const { version, framework, sha256 } = engines.current.reference;
  await store.write(
    store.change.publishRelease({ version, framework, sha256, publishedAt: clock() }),
  );
  await seedTwoSchools(store, { keys, releaseVersion: version, at: clock() });

  const services: ServiceContext = {
    store,
    engines,
    exposure: await readExposure(store),
    events: createSittingEvents(),
    clock,
    newId: () => crypto.randomUUID(),
  };
  const logged: string[] = [];
  const app = await buildApp({
    config,
    services,
    logger: { level: config.logLevel, stream: { write: (line) => void logged.push(line) } },
    checkAnswers: true,
    ...(given.web && { web: given.web }),
  });
  const cookieOf = (actor: SignedIn) => ({ [accessCookie]: signAccessToken(app, actor) });
  return {
    app,
    store,
    services,
    keys,
    config,
    logged,
    cookieOf,
    call: (options, actor) =>
      app.inject({ ...options, cookies: { ...(actor && cookieOf(actor)), ...options.cookies } }),
    async close() {
      await app.close();
      store.close();
    },
  };
}
