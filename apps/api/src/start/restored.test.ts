import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { rightsCommand } from '../cli/rights-command.ts';
import { resultsCommand } from '../cli/results-command.ts';
import { start } from './start.ts';

it('a pupil erased since a backup is gone again when the server starts on it, and nobody else is touched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-restored-'));
  const env = { JALON_DATA: folder, PORT: '0', JALON_LOG: 'silent' };
  const file = join(folder, 'jalon.sqlite');
  const rowsOf = (query: string) => {
    const database = new DatabaseSync(file);
    const rows = database.prepare(query).all();
    database.close();
    return rows;
  };
  const said: string[] = [];
  const voice = { write: () => undefined, say: (line: string) => void said.push(line) };

  await (await start(env)).stop();
  // What is in the log goes into the file, so that the file alone is a whole backup.
  rowsOf('pragma wal_checkpoint(truncate)');
  const backup = join(folder, 'backup');
  copyFileSync(file, backup);
  const [pupil] = rowsOf(
    `select p.id, s.uai from pupil p join school s on s.id = p.school_id
     join result r on r.pupil_id = p.id order by p.id limit 1`,
  );
  const id = String(pupil?.['id']);
  const erase = ['erase', '--school', String(pupil?.['uai']), '--pupil', id];
  const others = () =>
    ['pupil', 'attempt', 'result', 'access_log', 'card'].map((table) =>
      JSON.stringify(
        rowsOf(`select * from ${table} where ${table === 'pupil' ? 'id' : 'pupil_id'} != '${id}'`),
      ),
    );
  const before = others();
  expect(await rightsCommand(erase, env, voice)).toBe(0);
  expect(readFileSync(join(folder, 'erasures.jsonl'), 'utf8')).toContain(id);

  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  copyFileSync(backup, file);
  expect(rowsOf(`select id from pupil where id = '${id}'`)).toHaveLength(1);

  await (await start(env)).stop();
  expect(rowsOf(`select id from pupil where id = '${id}'`)).toEqual([]);
  const left = rowsOf(`select count(*) as n from response where attempt_id in
    (select id from attempt where pupil_id = '${id}')`);
  expect(left).toEqual([{ n: 0 }]);
  expect(others()).toEqual(before);
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  expect(await resultsCommand(['replay'], env, { log, error: log })).toBe(0);
  expect(lines.at(-1)).toBe('differences: 0');
  rmSync(folder, { recursive: true });
}, 180_000);
