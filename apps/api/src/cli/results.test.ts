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
    for (const words of [[], ['reply'], ['replay', 'now']]) {
      expect(await run(words)).toEqual({
        status: 2,
        out: [],
        err: ['Usage: npm run results -- replay'],
      });
    }
  });
});
