import { expect, it } from 'vitest';
import { readInputs } from './inputs.ts';
import { type Measured, planCountry } from './model.ts';

const inputs = readInputs(new URL('inputs.json', import.meta.url));
const table = (name: string, rows: number, bytes: number, indexBytes: number) => ({
  table: name,
  rows,
  bytes,
  indexes: [{ name: `${name}_pk`, bytes: indexBytes }],
});
const measured: Measured = {
  tables: [
    table('school', 10, 1_000, 1_000),
    table('pupil', 2_000, 200_000, 100_000),
    table('result', 8_000, 800_000, 400_000),
    table('attempt', 30_000, 9_000_000, 3_000_000),
    table('response', 345_000, 69_000_000, 34_500_000),
  ],
  apiSecondsAnAnswer: 0.0005,
  databaseSecondsAnAnswer: 0.0005,
  walBytesAnAnswer: 1_000,
};
const once = {
  ...inputs,
  assumptions: {
    ...inputs.assumptions,
    yearsKept: { value: 1, source: 'test' },
    otherLoad: { value: 1, source: 'test' },
    busyShare: { value: 0.5, source: 'test' },
    secondsBetweenAnswers: { value: 50, source: 'test' },
  },
};

it('gives each row the width that was measured', () => {
  const { tables } = planCountry(measured, once);
  expect(tables.find((one) => one.table === 'response')).toEqual({
    table: 'response',
    rows: 2e9,
    bytes: 2e9 * 200,
    indexBytes: 2e9 * 100,
  });
  expect(tables.find((one) => one.table === 'result')?.rows).toBe(12e6 * 16);
  expect(tables.find((one) => one.table === 'attempt')?.rows).toBe(
    Math.round((2e9 * 30_000) / 345_000),
  );
});

it('keeps results once however many years of responses are kept', () => {
  const years = (value: number) => ({
    ...once,
    assumptions: { ...once.assumptions, yearsKept: { value, source: 'test' } },
  });
  const rows = (value: number, name: string) =>
    planCountry(measured, years(value)).tables.find((one) => one.table === name)?.rows;
  expect(rows(3, 'result')).toBe(rows(1, 'result'));
  expect(rows(3, 'response')).toBe(6e9);
});

it('plans the processors of the peak from the time that one answer takes', () => {
  const plan = planCountry(measured, once);
  // 500 000 pupils, an answer each 50 s: 10 000/s; half a millisecond each: 5 cores, half busy.
  expect(plan.answersASecond).toBe(10_000);
  expect(plan.apiProcesses).toBe(10);
  expect(plan.databaseCores).toBe(10);
  expect(plan.shardsBy.processor).toBe(2);
});

it('takes as many shards as the scarcest of processor, disk and memory asks for', () => {
  const { shards, shardsBy, servers } = planCountry(measured, once);
  expect(shards).toBe(Math.max(shardsBy.processor, shardsBy.disk, shardsBy.memory));
  expect(servers).toBe(shards * once.assumptions.copiesOfAShard.value);
});

it('adds up what a year costs', () => {
  const { cost, costAYear, costAPupil } = planCountry(measured, once);
  expect(Object.values(cost).reduce((sum, one) => sum + one, 0)).toBeCloseTo(costAYear, 6);
  expect(costAPupil * once.size.pupils).toBeCloseTo(costAYear, 6);
});
