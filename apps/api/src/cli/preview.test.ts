import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { smallRelease } from '../testing/small-release.ts';
import { writeFrameworkFolder } from '../testing/framework-folder.ts';
import { previewCommand } from './preview-command.ts';

let folder: string;
let said: { log: string[]; error: string[] };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-preview-test-'));
  writeFrameworkFolder(folder, smallRelease());
  vi.stubEnv('TMPDIR', folder);
  said = { log: [], error: [] };
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const preview = (words: string[], env: Record<string, string> = {}) =>
  previewCommand(
    words,
    { JALON_COMPETENCE_FRAMEWORK: folder, ...env },
    { log: (line) => said.log.push(line), error: (line) => said.error.push(line) },
    Promise.resolve(),
  );

it.each([[[]], [['1.1-a', '1.1-b']], [['1.1-a', '--fast']], [['1.1-a', '--seed']]])(
  'tells how it is called where it is called with %j',
  async (words) => {
    expect(await preview(words)).toBe(2);
    expect(said.error.join()).toMatch(/^Usage: npm run items -- preview ID/);
    expect(said.log).toEqual([]);
  },
);

it('says that an item is not there, and leaves nothing behind', async () => {
  expect(await preview(['1.1-absent'])).toBe(1);
  expect(said.error.join()).toMatch(/^There is no item 1\.1-absent in /);
  expect(await preview(['1.1-question-1'], { PORT: 'quatre' })).toBe(1);
  expect(said.error.join()).toContain('PORT is "quatre"');
  expect(said.log).toEqual([]);
  expect(readdirSync(folder)).toEqual(['crcn']);
});
