import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cohortExport, cohortExports, problem } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { csvCells, sheetsOf, wholeFile } from '../../../testing/read-exports.ts';
import { smallRelease } from '../../../testing/small-release.ts';
import { addCountedSchool, territory } from '../../../testing/territory.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { Inspector } from '../../actor.ts';
import type { KeptTry } from '../../jobs/kind.ts';
import { startJobs } from '../../jobs/runner.ts';
import { publishNow } from '../../publications/publish-all.ts';
import { exportAtOnce } from './fetch.ts';
import { exportFilesIn } from './files.ts';
import { cohortExportJob } from './job.ts';
import { COHORT_EXPORT } from './kept-job.ts';
import { directChunks, openSource } from './source.ts';

const competences = ['1.1', '1.2', '1.3'];
const asked = { by: 'school', format: 'csv', within: 'department:974' } as const;

let server: TestServer;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z');
  const releases = [smallRelease({ competences })];
  server = await createTestServer({ releases, clock: () => now });
  const levels = [12, 13, 14, 15, 16];
  const counts = Object.fromEntries(competences.map((code) => [code, levels]));
  for (const uai of ['9740001A', '9740002B']) {
    const school = { uai, name: uai, department: '974', yearGroups: { '6e': counts } };
    await addCountedSchool(server.services, school);
  }
  await publishNow(server.services);
});
afterEach(() => server.close());

const ask = (payload: object, who: Inspector = territory) =>
  server.call({ method: 'POST', url: '/api/cohort/exports', payload }, who);
const askOne = async (payload: object) => cohortExport.parse((await ask(payload)).json());
const list = async (who: Inspector = territory) =>
  cohortExports.parse((await server.call({ url: '/api/cohort/exports' }, who)).json());
const fetchOne = (id: string, who: Inspector = territory) =>
  server.call({ url: `/api/cohort/exports/${id}/file` }, who);
const codeOf = (answer: { json(): unknown }) => problem.parse(answer.json()).code;

const files = () => exportFilesIn(server.config.dataFolder);
const kind = () => cohortExportJob({ ...server.services, files: files() });

/** Runs what waits until nothing does. */
async function runJobs(): Promise<void> {
  const { store, clock } = server.services;
  const failed: object[] = [];
  const log = { info: () => undefined, error: (fields: object) => void failed.push(fields) };
  const runner = startJobs({ store, kinds: [kind()], clock, random: () => 0, log, pollMs: 20 });
  try {
    await vi.waitFor(async () => {
      expect(failed).toEqual([]);
      expect((await list()).exports.every(({ state }) => state === 'done')).toBe(true);
    }, 10_000);
  } finally {
    await runner.stop();
  }
}

async function direct(format: 'csv' | 'xlsx' | 'ods' | 'parquet' | 'package') {
  const source = await openSource(server.services, territory, asked);
  return Buffer.from(await wholeFile(directChunks(server.services, format, source)));
}

describe('an export at once', () => {
  it('is a file of the format, named for the place, the same as the CSV of the page', async () => {
    for (const [format, end] of [
      ['csv', 'csv'],
      ['xlsx', 'xlsx'],
      ['ods', 'ods'],
      ['parquet', 'parquet'],
      ['package', 'zip'],
    ] as const) {
      const file = await server.call({ url: `/api/cohort/export?format=${format}` }, territory);
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toBe(
        `attachment; filename="jalon-department-974.${end}"`,
      );
      expect(file.rawPayload).toEqual(await direct(format));
    }
    const csv = csvCells(
      (await server.call({ url: '/api/cohort/export.csv' }, territory)).rawPayload,
    );
    const rows = sheetsOf(await direct('xlsx')).get('counts') ?? [];
    expect(rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(
      csv.map((row) => row.slice(0, rows[0]?.length)),
    );
  });

  it('is refused of another territory, and without a format', async () => {
    const url = '/api/cohort/export?format=csv&within=academy:10';
    expect(codeOf(await server.call({ url }, territory))).toBe('not-found');
    expect(codeOf(await server.call({ url: '/api/cohort/export' }, territory))).toBe('bad-request');
  });
});

it('is refused where it is so long that it has to be asked for', async () => {
  const { lines, isLong } = await list();
  expect(isLong).toBe(false);
  const atOnce = (most: number) => exportAtOnce(server.services, territory, asked, most);
  expect((await atOnce(lines)).name).toBe('jalon-department-974.csv');
  await expect(atOnce(lines - 1)).rejects.toThrow('too-large');
});

describe('an export that is asked for', () => {
  it.each(['csv', 'package'] as const)(
    'gives, when it is done, the bytes of one at once: %s',
    async (format) => {
      const { id, state, bytes } = await askOne({ ...asked, format });
      expect([state, bytes]).toEqual(['waiting', null]);
      expect(codeOf(await fetchOne(id))).toBe('not-found');
      await runJobs();
      const [done] = (await list()).exports;
      expect(done).toMatchObject({ id, state: 'done', percent: 100, within: 'department:974' });
      const file = await fetchOne(id);
      expect(file.rawPayload).toEqual(await direct(format));
      expect(done?.bytes).toBe(file.rawPayload.length);
    },
  );

  it('is one, asked for twice, until something newer is published', async () => {
    const [first, second] = await Promise.all([askOne(asked), askOne(asked)]);
    expect(second.id).toBe(first.id);
    expect((await askOne({ ...asked, format: 'ods' })).id).not.toBe(first.id);
    await runJobs();
    expect((await askOne(asked)).id).toBe(first.id);
    now = new Date('2026-11-25T09:00:00Z');
    await publishNow(server.services);
    expect((await askOne(asked)).id).not.toBe(first.id);
  });

  it('is to be fetched by whoever asked, in the territory it is of, and by nobody else', async () => {
    const { id } = await askOne(asked);
    await runJobs();
    const other: Inspector = { ...territory, id: '00000000-0000-4000-8000-000000000499' };
    const moved: Inspector = { ...territory, territory: { kind: 'department', code: '69' } };
    for (const who of [other, moved]) {
      expect(codeOf(await fetchOne(id, who))).toBe('not-found');
      expect((await list(who)).exports).toEqual([]);
    }
    expect((await fetchOne(id)).statusCode).toBe(200);
  });

  it('is over after seven days', async () => {
    const { id } = await askOne(asked);
    await runJobs();
    const [done] = (await list()).exports;
    expect(done?.keptUntil).toBe('2026-12-01T09:00:00.000Z');
    now = new Date('2026-12-01T08:59:59Z');
    expect((await fetchOne(id)).statusCode).toBe(200);
    now = new Date('2026-12-01T09:00:00Z');
    expect(codeOf(await fetchOne(id))).toBe('not-found');
    expect((await list()).exports).toEqual([]);
    expect((await askOne(asked)).id).not.toBe(id);
  });

  it('is made again where its file is not on the disk', async () => {
    const { id } = await askOne(asked);
    await runJobs();
    const { rawPayload } = await fetchOne(id);
    rmSync(join(server.config.dataFolder, 'exports'), { recursive: true });
    const again = await Promise.all([fetchOne(id), fetchOne(id)]);
    for (const file of again) expect(file.rawPayload).toEqual(rawPayload);
  });

  it('waits for others: no more than five are under way', async () => {
    for (const format of ['csv', 'xlsx', 'ods', 'parquet', 'package'])
      await askOne({ ...asked, format });
    const refused = await ask({ ...asked, within: 'school:9740001A' });
    expect(codeOf(refused)).toBe('too-many-requests');
    expect(refused.headers['retry-after']).toBe('60');
  });

  it('leaves no name in the database', async () => {
    await askOne(asked);
    const [row] = await server.store.read.jobs.due({ now, kinds: [COHORT_EXPORT], limit: 1 });
    expect(Object.keys(Object(row?.input)).sort()).toEqual(
      ['by', 'file', 'format', 'inspector', 'release', 'territory', 'within'].sort(),
    );
  });
});

describe('a try that was cut short', () => {
  class Killed extends Error {}

  /** Runs the job until it has kept so many steps, or to its end; gives the last checkpoint. */
  async function run(input: unknown, checkpoint: unknown, steps: number): Promise<unknown> {
    let reached = checkpoint;
    let kept = 0;
    const signal = new AbortController().signal;
    const progress: KeptTry['progress'] = async (_, state) => {
      reached = state;
      kept += 1;
      if (kept === steps) throw new Killed();
    };
    try {
      await kind().run({ input, checkpoint, signal, progress });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return reached;
  }

  async function begin() {
    await askOne({ ...asked, format: 'package' });
    const [row] = await server.store.read.jobs.due({ now, kinds: [COHORT_EXPORT], limit: 1 });
    const input = Object(row?.input);
    const read: string[] = [];
    const { publications } = server.store.read;
    const { figures } = publications;
    publications.figures = (where) => {
      read.push(where.competence);
      return figures(where);
    };
    return {
      input,
      read,
      file: async () => {
        const found = await files().read(String(input.file));
        return found && Buffer.from(await wholeFile(found));
      },
    };
  }

  it('goes on behind the last competence that was kept, to the same bytes', async () => {
    const expected = await direct('package');
    const { input, read, file } = await begin();
    const reached = await run(input, null, 2);
    expect(read).toEqual(['1.1', '1.2']);
    expect(await file()).toBeNull();
    // What was written and not kept does not count.
    await files().addLines(String(input.file), Number(Object(reached).bytes), 'half a li');
    await run(input, reached, 100);
    expect(read).toEqual(['1.1', '1.2', '1.3']);
    expect(await file()).toEqual(expected);
  });

  it('begins anew where its lines are on another disk', async () => {
    const expected = await direct('package');
    const { input, read, file } = await begin();
    const reached = await run(input, null, 2);
    rmSync(join(server.config.dataFolder, 'exports'), { recursive: true });
    await run(input, reached, 100);
    expect(read).toEqual(['1.1', '1.2', ...competences]);
    expect(await file()).toEqual(expected);
  });

  it('begins anew where something newer was published: no file is of two nights', async () => {
    const { input, read, file } = await begin();
    const reached = await run(input, null, 2);
    now = new Date('2026-11-25T09:00:00Z');
    await publishNow(server.services);
    read.length = 0;
    await run(input, reached, 100);
    expect(read).toEqual(competences);
    expect(await file()).toEqual(await direct('package'));
  });
});
