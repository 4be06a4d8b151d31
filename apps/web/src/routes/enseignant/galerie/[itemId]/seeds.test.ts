import { expect, it } from 'vitest';
import { nextSeed } from './seeds.ts';

it('counts on from a number, and begins at 1 after a word', () => {
  expect(['1', '9', '199', 'a', '', '1e9', '12345678901234567890'].map(nextSeed)).toEqual([
    '2',
    '10',
    '200',
    '1',
    '1',
    '1',
    '1',
  ]);
});
