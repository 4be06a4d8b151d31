import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { expect, it } from 'vitest';
import { postgresTables } from './engines/dialect.ts';
import { personalColumns, personalData } from './personal-data.ts';

it('every table with a column that says who it is about is declared as personal', () => {
  const withPerson = Object.entries(postgresTables)
    .filter(([, table]) =>
      Object.values(getTableColumns(table)).some(({ name }) =>
        personalColumns.has(toSnakeCase(name)),
      ),
    )
    .map(([name]) => name);
  expect(withPerson.length).toBeGreaterThan(8);
  expect(withPerson.filter((name) => !(name in personalData))).toEqual([]);
});

it('a column that holds an id and leads to a pupil or a member of staff has one of those names', () => {
  // Whatever refers to the tables of people does it by such a column, or is one of their own keys.
  const known = [
    ...personalColumns,
    'id',
    'school_id',
    'to_school_id',
    'class_id',
    'assessment_id',
  ];
  const others = ['family_id', 'client_key', 'item_id', 'current_item_id'];
  const strange = Object.values(postgresTables).flatMap((table) =>
    Object.values(getTableColumns(table))
      .map(({ name }) => toSnakeCase(name))
      .filter((name) => /(_id|_by|_key)$/.test(name) && ![...known, ...others].includes(name))
      .map((name) => `${getTableName(table)}.${name}`),
  );
  expect(strange).toEqual([
    ...['passkey.public_key', 'job.unique_key', 'published_figures.publication_id'],
  ]);
});
