import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readResponseFile } from './calibrate-table.ts';

const cli = fileURLToPath(new URL('./calibrate.ts', import.meta.url));
const lsat7 = fileURLToPath(
  new URL('../../../measurement/src/fixtures/lsat7_patterns.csv', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'jalon-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });

const answer = z.object({
  model: z.string(),
  logLik: z.number(),
  items: z.array(
    z.object({
      name: z.string(),
      a: z.number(),
      b: z.union([z.number(), z.array(z.number())]),
      seA: z.number().nullable(),
    }),
  ),
  scores: z.array(z.object({ theta: z.number(), se: z.number().nullable() })),
});

describe('calibrate', () => {
  it('fits LSAT7 as published, and scores each row of the file', () => {
    const { stdout, status, stderr } = run(lsat7, '--model', '2pl');
    const { logLik, items, scores } = answer.parse(JSON.parse(stdout));
    expect([status, stderr]).toEqual([0, '']);
    // The log-likelihood that R's mirt prints for these data.
    expect(logLik).toBeCloseTo(-2658.805, 3);
    expect(items.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((rank) => `Item.${rank}`));
    expect(scores).toHaveLength(32);
    expect(scores.at(-1)?.theta).toBeGreaterThan(scores[0]?.theta ?? Infinity);
  });

  it('gives steps as lists, and no standard error where an ability lies beyond the answers', () => {
    const file = join(folder, 'steps.csv');
    const row = (i: number) => `${i % 3},${(i * 7) % 3},${i % 5 === 0 ? '' : i % 2}`;
    writeFileSync(
      file,
      `a,b,c\n${Array.from({ length: 90 }, (_, i) => row(i)).join('\n')}\n2,2,1\n`,
    );
    const { stdout, status } = run(file, '--model', 'gpcm', '--scores', 'ml');
    const { items, scores } = answer.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(items.map(({ b }) => (Array.isArray(b) ? b.length : 0))).toEqual([2, 2, 1]);
    expect(scores.at(-1)?.se).toBeNull();
  });

  it.each([
    ['a,b\n1,0\n\n1,x\n', 'Line 4, column 2 (b): "x" is not 0 or 1, nor blank.'],
    ['"a\nb",c\n1,0\n2,1\n', 'Line 4, column 1 (a\nb): "2" is not 0 or 1, nor blank.'],
    ['a,b\n1,0\n1\n', 'The file cannot be read as CSV: Invalid Record Length'],
    ['a,b\n1,"0\n', 'The file cannot be read as CSV: Quote Not Closed'],
    ['a,a\n1,0\n', 'Each column of the heading row needs a name of its own.'],
    ['a,b\n', 'The file needs a heading row and at least one row of responses.'],
    ['a,b,freq\n1,0,-2\n', 'Line 2, column 3 (freq): "-2" is not a number of persons.'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => readResponseFile(text, 1)).toThrow(message);
  });

  it('answers nothing on standard output where it did not work', () => {
    expect(run(join(folder, 'none.csv'), '--model', '2pl')).toMatchObject({
      status: 1,
      stdout: '',
    });
    expect(run(lsat7, '--model', '5pl')).toMatchObject({ status: 2, stdout: '' });
  });
});
