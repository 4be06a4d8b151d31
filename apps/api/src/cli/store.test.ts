import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { operatorsFolder } from './store-testing.ts';

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

describe('the backups of a database', () => {
  const backups = () => join(root, 'backup');

  it('are made, listed and verified', async () => {
    const made = await run('backup', '--database', source, '--into', backups());
    expect(made).toMatchObject({ status: 0 });
    expect(made.out.at(-1)).toMatch(/^verified: \d+ moments, \d+ bytes, problems: 0$/);
    const listed = await run('backup', '--from', backups());
    expect(listed.out).toEqual(made.out);
  });

  it('are restored, as they were', async () => {
    const restored = `file:${join(root, 'restored.sqlite')}`;
    const { status, out } = await run('restore', '--from', backups(), '--into', restored);
    expect({ status, out }).toEqual({
      status: 0,
      out: [expect.stringMatching(/^restored: .*restored\.sqlite as at .*Z$/)],
    });
    expect((await run('digest', '--database', restored)).out).toEqual(
      (await run('digest', '--database', source)).out,
    );
    expect(await run('restore', '--from', backups(), '--into', restored)).toMatchObject({
      status: 1,
      err: [expect.stringContaining('is there already')],
    });
  });

  it('are tried out by a drill, which leaves nothing behind', async () => {
    const drills = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jalon-drill-'));
    const before = drills();
    const { status, out } = await run('drill', '--from', backups());
    expect({ status, last: out.at(-1) }).toEqual({ status: 0, last: 'differences: 0' });
    expect(drills()).toEqual(before);
  });

  it('are no backups where there is nothing', async () => {
    for (const words of [
      ['backup', '--from', join(root, 'nowhere')],
      ['drill', '--from', join(root, 'nowhere')],
      ['restore', '--from', join(root, 'nowhere'), '--into', `file:${join(root, 'x.sqlite')}`],
    ]) {
      const { status, err } = await run(...words);
      expect(status).toBe(1);
      expect(err).not.toEqual([]);
    }
    expect(existsSync(join(root, 'x.sqlite'))).toBe(false);
  });
});

describe('npm run store', () => {
  it.each(
    [
      '',
      'cpoy',
      'constructor',
      'copy --from file:a',
      'copy --from file:a --to file:b now',
      'digest',
      'backup --database file:a',
      'restore --from a',
      'drill --to a',
    ].map((asked) => ({ asked })),
  )('tells how it is used where it is asked for "$asked"', async ({ asked }) => {
    const { status, out, err } = await run(...asked.split(' '));
    expect({ status, out }).toEqual({ status: 2, out: [] });
    expect(err[0]).toBe('Usage:');
    expect(err[1]).toMatch(/^ {2}npm run store -- /);
  });

  it.each([
    [['copy', '--from', 'mysql://a', '--to', 'file:b'], /^A database is file:PATH/],
    [['copy', '--from', 'file:/nowhere/a', '--to', 'file:b'], /^There is no database \/nowhere\/a/],
    [['digest', '--database', 'file:/nowhere/a'], /^There is no database \/nowhere\/a/],
    [
      ['restore', '--from', 'a', '--to', '2026-11-24', '--into', 'file:b'],
      /is no instant: give one/,
    ],
    [
      ['restore', '--from', 'a', '--to', '2026-11-24T10:00:00', '--into', 'file:b'],
      /is no instant/,
    ],
    [['restore', '--from', 'a', '--into', 'postgres://b/c'], /restored into a file/],
    [['backup', '--database', 'postgres://b/c', '--into', 'a'], /by its own tools/],
  ])('refuses %j in a sentence', async (words, sentence) => {
    const { status, out, err } = await run(...words);
    expect({ status, out }).toEqual({ status: 1, out: [] });
    expect(err).toEqual([expect.stringMatching(sentence)]);
  });
});
