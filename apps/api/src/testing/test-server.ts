import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@jalon/store';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import type { Parts } from '../parts.ts';
import { signAccessToken } from '../plugins/app/authentication.ts';
import { accessCookie } from '../plugins/app/session-cookies.ts';
import type { SignedIn } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import { deriveKeys, type Keys } from '../services/keys.ts';
import { createTestServices, type GivenServices } from './test-services.ts';

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

/** Builds one. What the test is about may be given; the rest is as in a demo. */
export async function createTestServer(
  given: { config?: Partial<Config> } & Pick<Parts, 'web' | 'leaving' | 'backup' | 'framework'> &
    Omit<GivenServices, 'keys'> = {},
): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'jalon-server-'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    database: 'file::memory:',
    replica: null,
    connections: 10,
    backupFolder: null,
    frameworkFolder: '/nowhere',
    demo: true,
    secret: 'a secret of the tests, long enough',
    origin: null,
    logLevel: 'debug',
    trustedProxies: 'off',
    draftItems: false,
    requestsPerMinute: 1_000_000,
    streams: 100,
    drainSeconds: 0,
    mail: null,
    keepMonths: 24,
    staffFactor: 'offered',
    ...given.config,
  };
  const keys = deriveKeys(config.secret);
  const services = await createTestServices({ ...given, keys });
  const { store } = services;
  const logged: string[] = [];
  const app = await buildApp({
    config,
    services,
    logger: { level: config.logLevel, stream: { write: (line) => void logged.push(line) } },
    checkAnswers: true,
    ...(given.web && { web: given.web }),
    ...(given.leaving && { leaving: given.leaving }),
    ...(given.backup && { backup: given.backup }),
    ...(given.framework && { framework: given.framework }),
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
      await store.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
