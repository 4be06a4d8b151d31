import { expect, it } from 'vitest';
import { isOfYoungest } from './youngest.ts';

it.each(['CP', 'CE1', 'CE2', 'GS-CP', 'CE1-CE2', 'CE2-CM1'])('%s has youngest pupils', (year) => {
  expect(isOfYoungest(year)).toBe(true);
});

it.each(['GS', 'CM1', 'CM1-CM2', '6e', '3e', 'CAP', ''])('%s has none', (year) => {
  expect(isOfYoungest(year)).toBe(false);
});
