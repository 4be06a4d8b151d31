import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFrameworkFolder } from '../testing/framework-folder.ts';
import { smallRelease } from '../testing/small-release.ts';
import { taking } from '../testing/taking.ts';
import { createTestServices } from '../testing/test-services.ts';
import { people } from '../testing/two-schools.ts';
import { resultsCommand } from './results-command.ts';

const program = fileURLToPath(new URL('./results.ts', import.meta.url));

let root: string;
let test: TestStore;
let answered: number;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jalon-results-'));
  const release = writeFrameworkFolder(join(root, 'framework'), smallRelease());
  test = await openTestStore();
  const services = await createTestServices({ store: test.store, releases: [release] });
  ({ answered } = await taking(services).finish(people.own.attempt));
});
afterAll(async () => {
  await test.close();
  rmSync(root, { recursive: true, force: true });
});

const settings = (database: string) => ({
  JALON_DATABASE: database,
  JALON_COMPETENCE_FRAMEWORK: join(root, 'framework'),
});

/** Runs the command; gives its exit status and the lines it said. */
async function run(words: readonly string[], database = test.url) {
  const out: string[] = [];
  const err: string[] = [];
  const voice = {
    log: (line: string) => void out.push(line),
    error: (line: string) => void err.push(line),
  };
  const status = await resultsCommand(words, settings(database), voice);
  return { status, out, err };
}

describe('npm run results -- replay', () => {
  it('ends well where every result is what its responses give, and says so last', async () => {
    expect(await run(['replay'])).toEqual({
      status: 0,
      out: [`3 attempts, ${answered} responses, 1 results replayed`, 'differences: 0'],
      err: [],
    });
  });

  it('ends badly where a result is not, and says which and how many', async () => {
    await test.run('update result set responses = 99');
    const env = { PATH: process.env['PATH'], ...settings(test.url) };
    const child = spawn(process.execPath, [program, 'replay'], { env, stdio: 'pipe' });
    const [chunks, [status]] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
    expect(chunks.join('').split('\n')).toEqual([
      `${people.own.attempt}: result responses: kept 99, replayed ${answered}`,
      `3 attempts, ${answered} responses, 1 results replayed`,
      'differences: 1',
      '',
    ]);
    expect(status).toBe(1);
    await test.run(`update result set responses = ${answered}`);
  });

  it('ends badly where there is no database, and makes none', async () => {
    const nowhere = join(root, 'jalon.sqlite');
    const { status, out, err } = await run(['replay'], `file:${nowhere}`);
    expect({ status, out }).toEqual({ status: 1, out: [] });
    expect(err).toEqual([expect.stringMatching(/^There is no database .*\/jalon\.sqlite: /)]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('tells how it is used where it is asked for something else', async () => {
    for (const words of [
      [],
      ['reply'],
      ['reread', '1.0.0'],
      ['replay', 'now'],
      ['rebuild', '--schools', 'x'],
    ]) {
      expect(await run(words)).toEqual({
        status: 2,
        out: [],
        err: [
          expect.stringMatching(/^Usage: npm run results -- replay\|rebuild \[--school UAI\]\n/),
        ],
      });
    }
  });
});

describe('npm run results -- replay --school', () => {
  it('is about that school alone', async () => {
    expect(await run(['replay', '--school', '0380002B'])).toEqual({
      status: 0,
      out: ['1 attempts, 0 responses, 0 results replayed', 'differences: 0'],
      err: [],
    });
    expect((await run(['replay', '--school', '0690001A'])).out).toContain(
      `2 attempts, ${answered} responses, 1 results replayed`,
    );
  });

  it('ends badly where there is no such school', async () => {
    expect(await run(['replay', '--school', '0000000X'])).toEqual({
      status: 1,
      out: [],
      err: ['There is no school 0000000X.'],
    });
  });
});

describe('npm run results -- reread', () => {
  it('says what the results of one release would be under another, and keeps nothing', async () => {
    const before = await test.rows('select * from result');
    expect(await run(['reread', '1.0.0', '1.0.0'])).toEqual({
      status: 0,
      out: [
        '1.1: 1 results; line 1.000·ability + 0.000, its error 0.000; another level: 0; furthest from the line: 0.000 logits',
        'results: 1',
      ],
      err: [],
    });
    expect(await test.rows('select * from result')).toEqual(before);
  });

  it('ends badly where there is no such release, and names those there are', async () => {
    expect(await run(['reread', '1.0.0', '7.0.0'])).toEqual({
      status: 1,
      out: [],
      err: ['There is no release 7.0.0; there are: 1.0.0.'],
    });
  });
});

describe('npm run results -- rebuild', () => {
  const kept = async () => [
    await test.rows('select * from result order by pupil_id'),
    await test.rows('select * from exposure_count order by subject, key'),
  ];

  it('makes what is derived again, to the same bytes, and leaves what is right', async () => {
    expect(await run(['rebuild'])).toMatchObject({ out: ['rebuilt: 1 results, changed: 0'] });
    const before = await kept();
    await test.run('delete from result; delete from exposure_count');
    expect(await run(['rebuild'])).toMatchObject({
      status: 0,
      out: ['rebuilt: 1 results, changed: 1'],
    });
    expect(await kept()).toEqual(before);
    expect((await run(['replay'])).out).toContain('differences: 0');
  });

  it('changes what no responses give, and in the school alone that is named', async () => {
    const before = await kept();
    await test.run(
      `insert into result select school_id, pupil_id, '9.9', release_version, attempt_id, ability,
        standard_error, level, probabilities, responses, finished_at from result`,
    );
    await test.run('update result set level = level % 5 + 1');
    expect((await run(['rebuild', '--school', '0380002B'])).out).toEqual([
      'rebuilt: 0 results, changed: 0',
    ]);
    expect((await run(['rebuild', '--school', '0690001A'])).out).toEqual([
      'rebuilt: 1 results, changed: 2',
    ]);
    expect(await kept()).toEqual(before);
  });
});
