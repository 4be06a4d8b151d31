import type { AddressInfo } from 'node:net';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { loadEngines } from '../load-engines.ts';
import type { Engines } from '../services/engine.ts';
import { backupLines, beginBackup } from './backup.ts';
import { CannotStart, systemCode } from './cannot-start.ts';
import { keepSecret, prepareDataFolder } from './data-folder.ts';
import { demoSignInLines, makeDemoOnce } from './demo.ts';
import { beginJobs } from './jobs.ts';
import { openDataStore } from './open-data-store.ts';
import { prepareServices } from './services.ts';
import { isWebBuilt, loadWeb } from './web-handler.ts';

/** How late the choice of items may learn what other processes gave. */
const SHARE_MS = 30_000;

/** A server that answers. */
export interface Running {
  /** What to print: the address, and the demo's sign-ins. */
  lines: string[];
  /** Answers what has begun, then closes. */
  stop(): Promise<void>;
}

/** Starts the whole product as the environment says. Rejects with `CannotStart` in sentences. */
export async function start(env: NodeJS.ProcessEnv): Promise<Running> {
  const config = configOf(env);
  const engines = enginesOf(config.frameworkFolder);
  if (config.demo) await makeDemoOnce(config, engines);
  const store = await openDataStore(config.database, {
    connections: config.connections,
    replicaUrl: config.replica,
    hasBackup: config.backupFolder !== null,
  });
  const services = await prepareServices(store, engines);

  const screens = Promise.withResolvers<Awaited<ReturnType<typeof loadWeb>>>();
  const app = await buildApp({
    config,
    services,
    logger: { level: config.logLevel },
    ...(isWebBuilt() && {
      web: (request, response) => void screens.promise.then((web) => web(request, response)),
    }),
  });
  beginBackup(store, config, { clock: services.clock, log: app.log });
  const sharing = setInterval(() => {
    services.exposure
      .share()
      .catch((error: unknown) => app.log.error({ err: error }, 'exposure not shared'));
  }, SHARE_MS).unref();
  const jobs = await beginJobs(services, config, app.log);

  await listen(app, config);
  const port = portOf(app.server.address());
  if (isWebBuilt()) screens.resolve(await loadWeb(`http://${ownHost(config.host)}:${port}`));

  const signIns = demoSignInLines(config);
  return {
    lines: [
      `Jalon answers at ${config.origin ?? `http://${shownHost(config.host)}:${port}`}`,
      ...backupLines(config),
      ...(isWebBuilt() ? [] : ['The screens are not built: only the API answers.']),
      ...(signIns.length > 0 ? ['Demo sign-ins:', ...signIns] : []),
    ],
    async stop() {
      clearInterval(sharing);
      await Promise.all([app.close(), jobs.stop()]);
      await services.exposure.share();
      await store.close();
    },
  };
}

function configOf(env: NodeJS.ProcessEnv): Config {
  const reading = readConfig(env);
  if (!reading.ok) throw new CannotStart(reading.problems.join('\n'));
  const { settings } = reading;
  prepareDataFolder(settings.dataFolder);
  return { ...settings, secret: settings.secret ?? keepSecret(settings.dataFolder) };
}

function enginesOf(folder: string): Engines {
  try {
    return loadEngines(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`JALON_COMPETENCE_FRAMEWORK is ${folder}, which cannot be used: ${why}`);
  }
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, config: Config): Promise<void> {
  const { host, port } = config;
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRINUSE') {
      throw new CannotStart(
        `PORT is ${port}, where another program already listens: stop it or give another port.`,
      );
    }
    if (code === 'EACCES') {
      throw new CannotStart(
        `PORT is ${port}, where this user may not listen: give a port above 1023.`,
      );
    }
    throw new CannotStart(
      `HOST is ${host}, where this machine cannot listen (${code}): give one of its addresses, such as 127.0.0.1.`,
    );
  }
}

const unspecified = new Set(['0.0.0.0', '::']);

/** The host by which this process reaches itself. */
const ownHost = (host: string): string =>
  unspecified.has(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

const shownHost = (host: string): string => (unspecified.has(host) ? 'localhost' : ownHost(host));

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  return address.port;
}
