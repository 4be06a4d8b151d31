import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { measureSizes } from '../../packages/store/src/fill/index.ts';
import { startChild } from '../child.ts';
import { openDatabases } from '../databases.ts';
import { fillWorld } from '../generate.ts';
import { fullRate } from '../load/rates.ts';
import { seededIds } from '../world/ids.ts';
import { planWorld, spreadPupils } from '../world/plan.ts';
import { cpuSeconds, cpuSecondsOfFamily } from './cpu.ts';
import type { Measured } from './model.ts';

const PUPILS = 640;
const SEED = 'country';

/** What was measured, and how. */
export interface Measurement extends Measured {
  responses: number;
  answers: number;
  answersASecond: number;
  rowsASecond: number;
  /** By how much "attempt" and its indexes grew, for each sitting that was answered meanwhile. */
  grownBytesASitting: number;
  server: string;
}

/**
 * Fills a PostgreSQL of its own with so many responses, measures every table and index after
 * VACUUM ANALYZE, and then what answers take: processor time of the API and of PostgreSQL with
 * all its processes, and write-ahead log. Processor time, unlike throughput, is hardly another on
 * a machine that others use too.
 */
export async function measureCountry(responses: number): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-country-'));
  const databases = await openDatabases('postgres', folder, {
    shared_buffers: '1GB',
    max_wal_size: '4GB',
  });
  try {
    const url = await databases.fresh();
    const plan = planWorld(SEED, responses);
    const { rows, seconds } = await fillWorld(url, plan, console.error);
    const { tables } = await measureSizes(url);
    const pupilsFile = join(folder, 'pupils.json');
    writeFileSync(pupilsFile, JSON.stringify(spreadPupils(seededIds(SEED), plan, PUPILS)));
    if (databases.pid === null) throw new Error('The server has no process.');
    const live = await measureAnswers({ folder, url, pupilsFile, postgresPid: databases.pid });
    return { tables, responses, rowsASecond: rows / seconds, ...live };
  } finally {
    await databases.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAnswers(given: {
  folder: string;
  url: string;
  pupilsFile: string;
  postgresPid: number;
}) {
  const { folder, url, pupilsFile, postgresPid } = given;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const server = await startChild('./full-server.ts', [folder, url, pupilsFile]);
  try {
    const read = async () => ({
      api: cpuSeconds(server.pid),
      database: cpuSecondsOfFamily(postgresPid),
      wal: await bytesOf(client, `pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')`),
      attempts: await bytesOf(client, `pg_total_relation_size('attempt')`),
      sittings: await bytesOf(client, `(select count(*) from attempt)`),
    });
    const empty = await read();
    let before = empty;
    const { perSecond, answers } = await fullRate(server, async () => {
      before = await read();
    });
    const after = await read();
    const version = await client.query<{ server_version: string }>('show server_version');
    return {
      answers,
      answersASecond: perSecond,
      apiSecondsAnAnswer: (after.api - before.api) / answers,
      databaseSecondsAnAnswer: (after.database - before.database) / answers,
      walBytesAnAnswer: (after.wal - before.wal) / answers,
      grownBytesASitting: (after.attempts - empty.attempts) / (after.sittings - empty.sittings),
      server: version.rows[0]?.server_version ?? '',
    };
  } finally {
    await server.stop();
    await client.end();
  }
}

/** A number of bytes, or of rows, that PostgreSQL tells. */
async function bytesOf(client: pg.Client, what: string): Promise<number> {
  const { rows } = await client.query<{ told: string }>(`select ${what} as told`);
  return Number(rows[0]?.told);
}
