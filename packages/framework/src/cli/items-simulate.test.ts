import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TemporaryFolder } from '../testing/folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => rmSync(folder.root, { recursive: true, force: true }));

function simulate(...words: string[]) {
  const file = fileURLToPath(new URL('items.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, 'simulate', ...words], {
    encoding: 'utf8',
    cwd: folder.root,
    env: { ...process.env, JALON_COMPETENCE_FRAMEWORK: folder.root },
  });
  return { status, stdout, stderr };
}

it('draws the picture into the file named, and prints the figures as without it', () => {
  const words = ['--pupils', '200', '--json'];
  const plain = simulate(...words);
  const drawn = simulate(...words, '--picture', 'essai.svg', '--lang', 'en');
  expect(drawn).toEqual({ ...plain, status: 0 });
  const picture = readFileSync(join(folder.root, 'essai.svg'), 'utf8');
  expect(picture).toMatch(/^<svg [^>]*lang="en"/);
  expect(picture).toContain('1.1: 200 simulated pupils');
  expect(simulate(...words, '--picture', 'essai.svg').status).toBe(0);
  expect(readFileSync(join(folder.root, 'essai.svg'), 'utf8')).toContain('1.1 : 200 élèves');
});

it('refuses a language or a file it cannot draw in', () => {
  const before = readdirSync(folder.root);
  expect(simulate('--picture', 'essai.png').status).toBe(2);
  expect(simulate('--picture', 'essai.svg', '--lang', 'de').status).toBe(2);
  const nowhere = simulate('--pupils', '5', '--picture', 'absent/essai.svg');
  expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
  expect(nowhere.stderr).toContain('absent/essai.svg cannot be written');
  expect(readdirSync(folder.root)).toEqual(before);
});
