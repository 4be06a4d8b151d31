import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateSqlite } from './engines/sqlite/open.ts';
import { postgresTables, sqliteTables } from './engines/dialect.ts';
import { NewerSchema, openStore } from './index.ts';
import { openTestStore } from './testing/index.ts';

const migrations = (engine: string) =>
  fileURLToPath(new URL(`../migrations/${engine}`, import.meta.url));
const earlier = (name: string) =>
  readFileSync(fileURLToPath(new URL(`./testing/earlier/${name}.sql`, import.meta.url)), 'utf8');

interface Journal {
  entries: { idx: number; tag: string }[];
}
const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations as they were when only the first so many existed. */
function firstMigrations(engine: string, count: number): string {
  const copy = join(folder, `first-${count}`);
  cpSync(migrations(engine), copy, { recursive: true });
  const journal = journalOf(copy);
  journal.entries = journal.entries.slice(0, count);
  writeFileSync(join(copy, 'meta/_journal.json'), JSON.stringify(journal));
  return copy;
}

describe('the migrations', () => {
  it('of SQLite make the tables that are declared', async () => {
    const { entries } = journalOf(migrations('sqlite'));
    const newest = String(entries.length - 1).padStart(4, '0');
    const kept: Awaited<ReturnType<typeof generateSQLiteDrizzleJson>> = JSON.parse(
      readFileSync(join(migrations('sqlite'), `meta/${newest}_snapshot.json`), 'utf8'),
    );
    const declared = await generateSQLiteDrizzleJson({ ...sqliteTables }, kept.id, 'snake_case');
    expect(await generateSQLiteMigration(kept, declared)).toEqual([]);
  });

  it('of PostgreSQL make the tables that are declared', async () => {
    const { entries } = journalOf(migrations('postgres'));
    const newest = String(entries.length - 1).padStart(4, '0');
    const kept: ReturnType<typeof generateDrizzleJson> = JSON.parse(
      readFileSync(join(migrations('postgres'), `meta/${newest}_snapshot.json`), 'utf8'),
    );
    const declared = generateDrizzleJson({ ...postgresTables }, kept.id, undefined, 'snake_case');
    expect(await generateMigration(kept, declared)).toEqual([]);
  });
});

describe('a database of an earlier version', () => {
  it('is brought forward with all it holds, and ends with the schema of a new one', async () => {
    const file = join(folder, 'jalon.sqlite');
    const connection = new Database(file);
    migrateSqlite(connection, firstMigrations('sqlite', 2));
    connection.exec(earlier('sqlite-0001'));
    connection.close();

    const store = await openStore(`file:${file}`);
    const schoolId = '00000000-0000-4000-8000-000000000001';
    const pupilId = '00000000-0000-4000-8000-000000000021';
    const attemptId = '00000000-0000-4000-8000-000000000051';
    const { identity, attempts, rights } = store.read;
    expect(await identity.pupilByCard('digest-of-the-card')).toEqual({
      schoolId,
      pupilId,
      pictures: null,
    });
    expect(await identity.pupilById({ schoolId, pupilId })).toMatchObject({
      firstName: 'Zélie',
      className: '6e A',
    });
    for (const [who, of] of [
      ['pupil', schoolId],
      ['teacher', schoolId],
      ['inspector', null],
    ]) {
      expect((await identity.refreshToken(`token-of-the-${who}`))?.schoolId).toBe(of);
    }
    expect(await attempts.responses({ schoolId, attemptId })).toMatchObject([
      { response: { kind: 'choice', option: 'o2' }, ability: 0.30000000000000004 },
    ]);
    expect(await attempts.resultsOfPupil({ schoolId, pupilId })).toMatchObject([
      { level: 3, probabilities: [0.1, 0.2, 0.4, 0.2, 0.1] },
    ]);
    expect(
      await identity.staffById('00000000-0000-4000-8000-000000000032'),
      'the inspector is where they were',
    ).toMatchObject({ territoryKind: 'department', territoryCode: '69' });
    expect(
      await identity.staffById('00000000-0000-4000-8000-000000000031'),
      'a teacher has no territory',
    ).toMatchObject({ territoryKind: null, territoryCode: null });
    expect(await rights.looksAt({ schoolId, pupilId })).toHaveLength(1);
    expect((await attempts.exposureCounts()).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
      { subject: 'competence', key: '1.1', times: 1 },
      { subject: 'item', key: '1.1-a@1', times: 1 },
    ]);
    await store.close();

    const fresh = join(folder, 'fresh.sqlite');
    await (await openStore(`file:${fresh}`)).close();
    expect(schemaOf(file)).toEqual(schemaOf(fresh));
  });

  it('keeps its rule that no response is changed', async () => {
    const file = join(folder, 'jalon.sqlite');
    const connection = new Database(file);
    migrateSqlite(connection, firstMigrations('sqlite', 2));
    connection.exec(earlier('sqlite-0001'));
    migrateSqlite(connection, migrations('sqlite'));
    expect(() => connection.exec('update response set points = 0')).toThrow(/append-only/);
    connection.close();
  });
});

describe('a database of a newer version', () => {
  it('is refused, in a sentence that says what to do', async () => {
    const test = await openTestStore();
    const table =
      test.store.kind === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
    await test.run(`insert into ${table} (hash, created_at) values ('newer', 9000000000000)`);
    await expect(openStore(test.url)).rejects.toThrow(NewerSchema);
    await expect(openStore(test.url)).rejects.toThrow(/newer version of Jalon: start that version/);
    await test.run(`delete from ${table} where hash = 'newer'`);
  });
});

/** Tables, indexes and triggers, by name, without regard to spaces and quotes. */
function schemaOf(file: string): unknown[] {
  const connection = new Database(file, { readonly: true });
  const rows = connection
    .prepare(
      `select name, replace(replace(replace(sql, char(96), ''), '"', ''), char(10), ' ') as sql
       from sqlite_master where name not like 'sqlite_%' and sql is not null order by name`,
    )
    .all();
  connection.close();
  return rows;
}
