import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../store.ts';
import { aResponse, anAttempt, idOf, seedSchool } from '../testing/index.ts';
import { distributeSql } from './distribute.ts';
import { standIns } from './stand-ins.ts';
import { type OwnDatabase, ownDatabase } from './testing-database.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase();
  await database.run(standIns);
});
afterEach(async () => {
  await database.run('rollback');
  await database.run('truncate placed; drop table if exists note; reset all');
});
afterAll(() => database.drop());

describe('the distribution', () => {
  it('breaks none of Citus’s rules, and places every table', async () => {
    await database.run(distributeSql());
    const tables = await database.rows(
      `select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and c.relname <> 'placed' and not exists (select from placed p where p.of_table = c.oid)`,
    );
    expect(tables).toEqual([]);
  });

  it('puts all that a school owns in one place', async () => {
    await database.run(distributeSql());
    const groups = await database.rows(
      `select of_group::text as home, count(*)::int as tables from placed
       where by_column = 'school_id' group by 1`,
    );
    expect(groups).toEqual([{ home: 'school_class', tables: 15 }]);
  });
});

describe('the rules that are held against it', () => {
  const refused: [what: string, sql: string, because: RegExp][] = [
    [
      'a key without the school',
      `select create_distributed_table('job', 'id', 'none')`,
      /unique keys that do not include the partition column: job_unique_key/,
    ],
    [
      'a table before the one that it refers to',
      `select create_reference_table('school');
       select create_distributed_table('pupil', 'school_id', 'none')`,
      /not colocated or not referencing a reference table/,
    ],
    [
      'a reference to a table that lies elsewhere',
      `select create_reference_table('school');
       select create_distributed_table('school_class', 'school_id', 'none');
       select create_distributed_table('pupil', 'school_id', 'none')`,
      /not colocated or not referencing a reference table/,
    ],
    [
      'a reference without the school',
      `select create_reference_table('school');
       select create_distributed_table('school_class', 'school_id', 'none');
         create table note (school_id uuid not null, class_school uuid, class_id uuid,
           foreign key (class_school, class_id) references school_class (school_id, id));
         select create_distributed_table('note', 'school_id', 'school_class')`,
      /include the distribution column on both sides/,
    ],
    [
      'a table everywhere that refers to one that is spread',
      `select create_reference_table('staff')`,
      /can refer to reference tables alone/,
    ],
    [
      'a column that may be empty',
      `select create_reference_table('school');
       select create_distributed_table('staff', 'school_id', 'none')`,
      /may be null/,
    ],
    [
      'a trigger, where nobody asked for it',
      distributeSql().replace('set citus.enable_unsafe_triggers to on;', ''),
      /triggers are not supported on response/,
    ],
  ];
  it.each(refused)('refuse %s', async (_, sql, because) => {
    await expect(database.run(sql)).rejects.toThrow(because);
  });
});

describe('where triggers are not lent', () => {
  it('a role that may not update responses keeps them as they are, and can still erase a pupil', async () => {
    const role = `service_${database.name}`;
    await database.run(`
      drop trigger response_append_only on response;
      create role ${role} login;
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke update on response from ${role};
      grant usage on schema drizzle to ${role};
      grant select on all tables in schema drizzle to ${role}`);
    const store = await openStore(database.urlAs(role));
    try {
      await seedSchool(store);
      await store.write(
        store.change.addAttempt(anAttempt()),
        store.change.addResponse(aResponse()),
      );
      const change = { sql: 'update response set points = 0', params: [] };
      await expect(store.write(change)).rejects.toThrow(/permission denied/);
      const gone = { schoolId: idOf('s1'), pupilId: idOf('p1'), erasedAt: new Date(0) };
      await store.write(...store.change.erasePupil(gone));
      expect(await database.rows('select 1 from response')).toEqual([]);
    } finally {
      await store.close();
      await database.run(`drop owned by ${role}; drop role ${role}`);
    }
  });
});
