import { join } from 'node:path';
import { type ReadCrosswalk, readReleaseDays, type Sequence } from '@jalon/framework';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Backup } from '@jalon/store';
import { buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { draftGallery } from '../draft-gallery.ts';
import { loadCrosswalks } from '../load-crosswalks.ts';
import { loadEngines } from '../load-engines.ts';
import { loadSequences } from '../load-sequences.ts';
import type { Engines } from '../services/engine.ts';
import { backupLines, beginBackup } from './backup.ts';
import { CannotStart, systemCode } from './cannot-start.ts';
import { keepSecret, prepareDataFolder } from './data-folder.ts';
import { demoSignInLines, makeDemoOnce } from './demo.ts';
import { beginJobs } from './jobs.ts';
import { mailerOf } from './mail.ts';
import { openDataStore } from './open-data-store.ts';
import { type PagesApi, serveToPages } from './pages-api.ts';
import { prepareServices } from './services.ts';
import { isWebBuilt, loadWeb } from './web-handler.ts';

/** How late the choice of items may learn what other processes gave. */
const SHARE_MS = 30_000;

/** Once it no longer says that it is ready, whoever asks us to stop kills us after ten seconds. */
const STOP_MS = 10_000;

/** A server that answers. */
export interface Running {
  /** Where it answers. */
  origin: string;
  /** What to print in a demo: the address, and its sign-ins. A real service logs its lines. */
  lines: string[];
  /** How long `stop` may take; whoever waits longer waits for something that hangs. */
  stopWithinMs: number;
  /**
   * Says for the settled seconds that the process leaves, answers what has begun, makes durable
   * what waits, then closes.
   */
  stop(): Promise<void>;
}

/** Starts the whole product as the environment says. Rejects with `CannotStart` in sentences. */
export async function start(env: NodeJS.ProcessEnv): Promise<Running> {
  const config = configOf(env);
  const { engines, ...framework } = frameworkOf(config);
  if (config.demo) await makeDemoOnce(config, engines);
  const store = await openDataStore(config.database, {
    connections: config.connections,
    replicaUrl: config.replica,
    hasBackup: config.backupFolder !== null,
  });
  const services = await prepareServices(store, engines, mailerOf(config));

  const leaving = new AbortController();
  let backup: Backup | null = null;
  const screens = Promise.withResolvers<Awaited<ReturnType<typeof loadWeb>>>();
  const app = await buildApp({
    config,
    services,
    framework,
    logger: { level: config.logLevel },
    leaving: leaving.signal,
    backup: () => backup?.state() ?? null,
    ...(config.draftItems && { gallery: draftGallery(config.frameworkFolder) }),
    ...(isWebBuilt() && {
      web: (request, response) => void screens.promise.then((web) => web(request, response)),
    }),
  });
  backup = beginBackup(store, config, { clock: services.clock, log: app.log });
  const sharing = setInterval(() => {
    services.exposure
      .share()
      .catch((error: unknown) => app.log.error({ err: error }, 'exposure not shared'));
  }, SHARE_MS).unref();
  const jobs = await beginJobs(services, config, app.log);

  await listen(app, config);
  const port = portOf(app.server.address());
  let pagesApi: PagesApi | null = null;
  if (isWebBuilt()) {
    pagesApi = await serveToPages(app);
    screens.resolve(await loadWeb(pagesApi.origin));
  }

  const origin = config.origin ?? `http://${shownHost(config.host)}:${port}`;
  const address = `Jalon answers at ${origin}`;
  const warnings = [
    ...backupLines(config),
    ...(isWebBuilt() ? [] : ['The screens are not built: only the API answers.']),
  ];
  const signIns = demoSignInLines(config);
  if (!config.demo) {
    app.log.info(address);
    for (const line of warnings) app.log.warn(line);
  }
  return {
    origin,
    lines: config.demo
      ? [address, ...warnings, ...(signIns.length > 0 ? ['Demo sign-ins:', ...signIns] : [])]
      : [],
    stopWithinMs: config.drainSeconds * 1000 + STOP_MS,
    async stop() {
      app.log.info('stopping');
      leaving.abort();
      await pause(config.drainSeconds * 1000);
      clearInterval(sharing);
      try {
        await Promise.all([app.close(), jobs.stop()]);
        pagesApi?.close();
        await services.exposure.share();
      } finally {
        await store.close();
      }
      app.log.info('stopped');
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

function frameworkOf({ frameworkFolder: folder, draftItems }: Config): {
  engines: Engines;
  crosswalks: ReadCrosswalk[];
  sequences: Sequence[];
  releaseDays: ReadonlyMap<string, string>;
} {
  try {
    const engines = loadEngines(folder, { writing: draftItems });
    return {
      engines,
      crosswalks: loadCrosswalks(folder, engines.current.release.framework),
      sequences: loadSequences(join(folder, 'crcn'), engines.current.release.framework),
      releaseDays: readReleaseDays(join(folder, 'crcn')),
    };
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

const shownHost = (host: string): string =>
  unspecified.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  return address.port;
}
