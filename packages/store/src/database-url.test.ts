import { expect, it } from 'vitest';
import { readDatabaseUrl } from './database-url.ts';
import { UnusableDatabase } from './errors.ts';

it.each([
  ['file:./data/jalon.sqlite', './data/jalon.sqlite'],
  ['file:/var/lib/jalon/jalon.sqlite', '/var/lib/jalon/jalon.sqlite'],
  ['file:///var/lib/jalon/jalon.sqlite', '/var/lib/jalon/jalon.sqlite'],
  ['file::memory:', ':memory:'],
])('%s is a file of SQLite', (url, file) => {
  expect(readDatabaseUrl(url)).toEqual({ kind: 'sqlite', file });
});

it.each(['postgres://jalon:word@db.example:5432/jalon', 'postgresql://jalon@localhost/jalon'])(
  '%s is a database of PostgreSQL',
  (url) => {
    expect(readDatabaseUrl(url)).toEqual({ kind: 'postgres', url });
  },
);

it.each(['', 'file:', 'jalon.sqlite', 'mysql://localhost/jalon', 'postgres:jalon', 'file:a\0b'])(
  '%j is neither, and the sentence says what is',
  (url) => {
    expect(() => readDatabaseUrl(url)).toThrow(UnusableDatabase);
    expect(() => readDatabaseUrl(url)).toThrow(/file:PATH .* postgres:\/\//);
  },
);
