import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { listBackups, restoreBackup } from '@jalon/store';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginBackup } from './backup.ts';
import { type Running, start } from './start.ts';

let data: string;
let first: Running;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'jalon-start-'));
  first = await startHere();
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

const startHere = (settings: NodeJS.ProcessEnv = {}): Promise<Running> =>
  start({ JALON_DATA: data, PORT: '0', JALON_LOG: 'silent', ...settings });

/** Every row of every table but sessions and jobs, in one text. */
function dump(file = join(data, 'jalon.sqlite')): string {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not in ('refresh_token', 'job')",
    )
    .all()
    .map(({ name }) => String(name))
    .sort();
  const text = tables
    .map((name) => `${name}\n${JSON.stringify(database.prepare(`select * from "${name}"`).all())}`)
    .join('\n');
  database.close();
  return text;
}

describe('a first start', () => {
  it('prints the address and a demo sign-in for each role, which open the product', async () => {
    const said = first.lines.join('\n');
    const origin = /Jalon answers at (\S+)/.exec(said)?.[1];
    const card = /pupil .*: card (\S+)/.exec(said)?.[1];
    expect(said).toMatch(/teacher .*: \S+@\S+, password \S+/);
    expect(said).toMatch(/inspector .*: \S+@\S+, password \S+/);
    const reply = await fetch(`${origin}/api/session/card`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ card }),
    });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ role: 'pupil' });
  });
});

describe('a second start', () => {
  it('takes seconds, gives the same sign-ins and changes no data', async () => {
    await first.stop();
    const before = dump();
    expect(before).toContain('Collège des Tilleuls');
    const startedMs = performance.now();
    const second = await startHere();
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    expect(second.lines.slice(1)).toEqual(first.lines.slice(1));
    await second.stop();
    expect(dump()).toBe(before);
  });

  it('with a backup folder keeps what it can be restored from, to the same rows', async () => {
    const folder = join(data, 'backup');
    const running = await startHere({ JALON_BACKUP: folder });
    await vi.waitFor(async () => expect(await listBackups(folder)).toHaveLength(1), 20_000);
    await running.stop();
    const target = join(data, 'restored.sqlite');
    await restoreBackup({ folder, to: null, target });
    expect(dump(target)).toBe(dump());
  });

  it('is refused where a folder for a backup is given to PostgreSQL, which has its own', () => {
    const { clock, log } = { clock: () => new Date(0), log: fastify().log };
    const postgres = { backUp: () => null };
    expect(() => beginBackup(postgres, { backupFolder: '/backup' }, { clock, log })).toThrow(
      /JALON_BACKUP is set, and JALON_DATABASE is PostgreSQL/,
    );
  });

  it('is refused where the framework holds another release under the same version', async () => {
    const database = new DatabaseSync(join(data, 'jalon.sqlite'));
    database.exec(`update published_release set sha256 = '${'0'.repeat(64)}'`);
    database.close();
    await expect(startHere()).rejects.toThrow(/holds results of release .* with another content/);
  });

  it('is refused in a sentence where the secret is lost', async () => {
    const secret = readFileSync(join(data, 'secret'), 'utf8');
    writeFileSync(join(data, 'secret'), '');
    await expect(startHere()).rejects.toThrow(/holds no usable secret/);
    writeFileSync(join(data, 'secret'), secret);
  });
});
