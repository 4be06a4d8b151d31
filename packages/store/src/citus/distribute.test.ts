import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { postgresTables } from '../engines/dialect.ts';
import { distributeSql } from './distribute.ts';
import { placements } from './placement.ts';

const kept = fileURLToPath(new URL('../../citus/distribute.sql', import.meta.url));

it('gives every table a place', () => {
  expect(Object.keys(placements).sort()).toEqual(Object.keys(postgresTables).sort());
});

it('is the file that is kept for those who run it', () => {
  expect(readFileSync(kept, 'utf8')).toBe(distributeSql());
});
