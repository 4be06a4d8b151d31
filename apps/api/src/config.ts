import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  databaseUrl,
  folder,
  postgresUrl,
  proxies,
  publicOrigin,
  smtpUrl,
  wholeNumber,
} from './setting-shapes.ts';

const repositoryFolder = fileURLToPath(new URL('../../..', import.meta.url));
const SECRET_CHARACTERS = 32;

/** What no message repeats: the addresses of databases hold passwords. */
const secretSettings = new Set<string>([
  'JALON_SECRET',
  'JALON_DATABASE',
  'JALON_DATABASE_REPLICA',
  'JALON_SMTP',
]);

/** Every setting: how it is read, what it is when it is not set, and (described) what is right. */
const environment = z.object({
  PORT: wholeNumber(0, 65_535)
    .prefault('4600')
    .describe('a whole number from 0 to 65535, such as 4600'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .describe('an address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0'),
  JALON_DATA: folder
    .prefault('./data')
    .describe('the path of the folder that holds the data, such as ./data'),
  JALON_DATABASE: databaseUrl
    .nullable()
    .default(null)
    .describe('file:PATH (SQLite) or postgres://USER:PASSWORD@HOST/NAME (PostgreSQL)'),
  JALON_DATABASE_REPLICA: postgresUrl
    .nullable()
    .default(null)
    .describe('the address of a read replica, such as postgres://USER:PASSWORD@HOST/NAME'),
  JALON_DATABASE_CONNECTIONS: wholeNumber(2, 1000)
    .prefault('10')
    .describe('a whole number from 2 to 1000: connections to PostgreSQL, such as 10'),
  JALON_BACKUP: folder
    .nullable()
    .default(null)
    .describe('the path of a folder for the continuous backup of SQLite, best on another disk'),
  JALON_DEMO: z
    .enum(['on', 'off'])
    .default('on')
    .describe('on (a new database gets a demonstration school) or off (production)'),
  JALON_SECRET: z
    .string()
    .min(SECRET_CHARACTERS)
    .nullable()
    .default(null)
    .describe(
      `at least ${SECRET_CHARACTERS} random characters, such as what "openssl rand -hex 32" prints`,
    ),
  JALON_ORIGIN: publicOrigin
    .nullable()
    .default(null)
    .describe('the public address without path or final slash, such as https://jalon.example'),
  JALON_LOG: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('one of silent, fatal, error, warn, info, debug, trace'),
  JALON_TRUST_PROXY: proxies
    .prefault('off')
    .describe('off, on (whoever connects is your proxy), or its addresses, such as 10.0.0.0/8'),
  JALON_COMPETENCE_FRAMEWORK: folder
    .prefault(resolve(repositoryFolder, 'competence-framework'))
    .describe('the path of the folder that holds the competence framework'),
  JALON_DRAFT_ITEMS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('off, or, where JALON_DEMO is on, on (the gallery shows the items being written)'),
  JALON_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000_000)
    .prefault('600')
    .describe('the most requests a minute that one person may make, such as 600'),
  JALON_STREAMS: wholeNumber(1, 1_000_000)
    .prefault('2000')
    .describe('the most watchers of assessments that one process serves, such as 2000'),
  JALON_DRAIN_SECONDS: wholeNumber(0, 600)
    .prefault('0')
    .describe('a whole number of seconds from 0 to 600, such as 15'),
  JALON_SMTP: smtpUrl
    .nullable()
    .default(null)
    .describe('the mail server, such as smtps://USER:PASSWORD@HOST or smtp://HOST:587'),
  JALON_MAIL_FROM: z
    .email()
    .nullable()
    .default(null)
    .describe('the address that mail comes from, such as jalon@jalon.example'),
  JALON_KEEP_MONTHS: wholeNumber(0, 240)
    .prefault('24')
    .describe('a whole number of months from 0 to 240, such as 24'),
  JALON_STAFF_FACTOR: z
    .enum(['offered', 'administrators', 'all'])
    .default('offered')
    .describe(
      'offered, administrators (they and inspectors need a second factor) or all (teachers as well)',
    ),
});

type SettingName = keyof typeof environment.shape;
/** The names of every setting. */
export const settingNames = environment.keyof().options;

/** The settings of a start, checked. `secret` is `null` where the demo draws its own. */
export interface Settings {
  port: number;
  host: string;
  dataFolder: string;
  /** Where the database is, as `openStore` takes it. */
  database: string;
  /** PostgreSQL: a read replica for what inspectors count. */
  replica: string | null;
  /** PostgreSQL: connections that this process may hold. */
  connections: number;
  /** SQLite: where the continuous backup goes; `null` for none. */
  backupFolder: string | null;
  demo: boolean;
  secret: string | null;
  /** The public origin; `null` in a demo, which answers on whatever name it is called by. */
  origin: string | null;
  logLevel: z.output<typeof environment>['JALON_LOG'];
  /** Whose word on who calls is taken: loopback always, and these addresses or whoever connects. */
  trustedProxies: z.output<typeof proxies>;
  frameworkFolder: string;
  /** Whether the gallery shows the items being written in that folder, not the release in force. */
  draftItems: boolean;
  requestsPerMinute: number;
  /** The most streams that this process holds open. */
  streams: number;
  /** How long the process says that it leaves before it stops. */
  drainSeconds: number;
  /** The mail server and the address that mail comes from; `null` where there is none. */
  mail: { smtp: string; from: string } | null;
  /** How long pupils are kept after the end of the school year of their class. */
  keepMonths: number;
  /** Of whom a second factor is required before anything else is open to them. */
  staffFactor: z.output<typeof environment>['JALON_STAFF_FACTOR'];
}

/** What the server runs with: the settings, and a secret for certain. */
export type Config = Settings & { secret: string };

export type ConfigReading = { ok: true; settings: Settings } | { ok: false; problems: string[] };

/** Reads the settings from environment variables; an empty one counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const read = environment.safeParse(given);
  if (!read.success) {
    const wrong = new Set(read.error.issues.map((issue) => issue.path[0]));
    return {
      ok: false,
      problems: settingNames.filter((name) => wrong.has(name)).map((name) => sentence(name, env)),
    };
  }
  const found = read.data;
  const demo = found.JALON_DEMO === 'on';
  const draftItems = found.JALON_DRAFT_ITEMS === 'on';
  if (!demo) {
    if (draftItems) return { ok: false, problems: [sentence('JALON_DRAFT_ITEMS', env)] };
    const missing = (['JALON_SECRET', 'JALON_ORIGIN'] as const).filter((name) => !found[name]);
    if (missing.length > 0) {
      return { ok: false, problems: missing.map((name) => sentence(name, env)) };
    }
  }
  const mailGiven = [found.JALON_SMTP, found.JALON_MAIL_FROM].filter((one) => one !== null);
  if (mailGiven.length === 1) {
    return { ok: false, problems: [MAIL_IN_PART] };
  }
  return {
    ok: true,
    settings: {
      port: found.PORT,
      host: found.HOST,
      dataFolder: found.JALON_DATA,
      database: found.JALON_DATABASE ?? `file:${join(found.JALON_DATA, 'jalon.sqlite')}`,
      replica: found.JALON_DATABASE_REPLICA,
      connections: found.JALON_DATABASE_CONNECTIONS,
      backupFolder: found.JALON_BACKUP,
      demo,
      secret: found.JALON_SECRET,
      origin: found.JALON_ORIGIN,
      logLevel: found.JALON_LOG,
      trustedProxies: found.JALON_TRUST_PROXY,
      frameworkFolder: found.JALON_COMPETENCE_FRAMEWORK,
      draftItems,
      requestsPerMinute: found.JALON_REQUESTS_PER_MINUTE,
      streams: found.JALON_STREAMS,
      drainSeconds: found.JALON_DRAIN_SECONDS,
      mail:
        found.JALON_SMTP !== null && found.JALON_MAIL_FROM !== null
          ? { smtp: found.JALON_SMTP, from: found.JALON_MAIL_FROM }
          : null,
      keepMonths: found.JALON_KEEP_MONTHS,
      staffFactor: found.JALON_STAFF_FACTOR,
    },
  };
}

/** Mail needs both. */
const MAIL_IN_PART =
  'JALON_SMTP and JALON_MAIL_FROM belong together: give both, the server and the address that mail comes from, or neither.';

function sentence(name: SettingName, env: Readonly<Record<string, string | undefined>>): string {
  const right = environment.shape[name].description;
  const value = env[name];
  if (!value) return `${name} is not set and JALON_DEMO is off: give ${right}.`;
  const shown = secretSettings.has(name)
    ? `has ${value.length} characters`
    : `is ${JSON.stringify(value)}`;
  return `${name} ${shown}: give ${right}.`;
}
