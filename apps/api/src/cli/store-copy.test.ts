import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openTestStore, type TestStore } from '@jalon/store/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resultsCommand } from './results-command.ts';
import { operatorsFolder } from './store-testing.ts';

const program = fileURLToPath(new URL('./store.ts', import.meta.url));

type Folder = Awaited<ReturnType<typeof operatorsFolder>>;

let root: Folder['root'];
let source: Folder['source'];
let run: Folder['run'];
let folder: Folder;
beforeAll(async () => {
  folder = await operatorsFolder();
  ({ root, source, run } = folder);
  return () => folder.remove();
});

describe('npm run store -- copy', () => {
  let target: TestStore;
  beforeEach(async () => {
    target = await openTestStore();
    return () => target.close();
  });

  it('copies everything, and says last how much and that nothing differs', async () => {
    const first = await run('copy', '--from', source, '--to', target.url);
    expect(first).toMatchObject({
      status: 0,
      out: [expect.stringMatching(/^copied: [1-9]\d+ rows, differences: 0$/)],
    });
    expect(first.err).toContainEqual(expect.stringMatching(/^0690001A: \d+ rows copied/));
    expect((await run('copy', '--from', source, '--to', target.url)).out).toEqual([
      'copied: 0 rows, differences: 0',
    ]);
    const { out } = await run('digest', '--database', source);
    expect(out).toHaveLength(3);
    expect(out[0]).toMatch(/^0690001A [0-9a-f]{64}$/);
    expect((await run('digest', '--database', target.url)).out).toEqual(out);
  });

  it('replays to the same bytes on either engine, with differences or without', async () => {
    const replayed = async (database: string) => {
      const out: string[] = [];
      const voice = { log: (line: string) => void out.push(line), error: () => undefined };
      await resultsCommand(['replay'], { ...folder.env, JALON_DATABASE: database }, voice);
      return out;
    };
    await run('copy', '--from', source, '--to', target.url);
    const whole = await replayed(source);
    expect(whole.at(-1)).toBe('differences: 0');
    expect(await replayed(target.url)).toEqual(whole);
    const file = source.replace('file:', '');
    const other = join(root, 'altered.sqlite');
    copyFileSync(file, other);
    const change = 'update attempt set ability = ability + 1e-15';
    const altered = new DatabaseSync(other);
    altered.exec(change);
    altered.close();
    await target.run(change);
    const told = await replayed(`file:${other}`);
    expect(told.at(-1)).toMatch(/^differences: [1-9]/);
    expect(await replayed(target.url)).toEqual(told);
  });

  it('copies one school out, which is then the same', async () => {
    const aside = `file:${join(root, 'leaving.sqlite')}`;
    await run('copy', '--from', source, '--to', target.url);
    const leaving = await run('copy', '--from', target.url, '--to', aside, '--school', '0690001A');
    expect(leaving).toMatchObject({ status: 0, out: [expect.stringContaining('differences: 0')] });
    expect(leaving.err).toContainEqual(
      expect.stringMatching(/^2 attempts, \d+ responses, 1 results/),
    );
    const school = ['--school', '0690001A'];
    expect((await run('digest', '--database', aside, ...school)).out).toEqual(
      (await run('digest', '--database', source, ...school)).out,
    );
  });

  it('ends badly where a result of the copy is not what its responses give', async () => {
    await run('copy', '--from', source, '--to', target.url);
    await target.run('update result set level = level % 5 + 1');
    const back = join(root, 'wrong.sqlite');
    expect(await run('copy', '--from', target.url, '--to', `file:${back}`)).toMatchObject({
      status: 1,
      out: [expect.stringMatching(/differences: 1$/)],
    });
  });

  it('killed at any moment, and begun again, ends the same', async () => {
    folder.manyMore(1_200);
    const count = async () => (await target.rows('select 1 from attempt')).length;
    for (const wanted of [1, 500]) {
      const child = spawn(
        process.execPath,
        [program, 'copy', '--from', source, '--to', target.url],
        { env: { PATH: process.env['PATH'], ...folder.env }, stdio: 'ignore' },
      );
      const exited = once(child, 'exit');
      while ((await count()) < wanted && child.exitCode === null) await pause(5);
      child.kill('SIGKILL');
      expect(await exited).toEqual([null, 'SIGKILL']);
      expect(await count()).toBeLessThan(1_200);
    }
    const again = await run('copy', '--from', source, '--to', target.url);
    expect(again).toMatchObject({ status: 0, out: [expect.stringMatching(/differences: 0$/)] });
    expect((await run('digest', '--database', target.url)).out).toEqual(
      (await run('digest', '--database', source)).out,
    );
  }, 120_000);
});
