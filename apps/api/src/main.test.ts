import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program with these settings until it ends by itself. */
async function run(settings: Record<string, string>) {
  const env = { PATH: process.env['PATH'], JALON_DATA: join(folder, 'data'), ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(`out ${chunk.toString()}`));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const [status] = await once(child, 'close');
  return { status, said: chunks.join('') };
}

describe('the program', () => {
  it('stops before it begins, with a sentence for each setting that is unusable', async () => {
    const { status, said } = await run({ PORT: 'abc', JALON_DEMO: 'maybe' });
    expect(status).toBe(1);
    expect(said).toBe(
      'PORT is "abc": give a whole number from 0 to 65535, such as 4600.\n' +
        'JALON_DEMO is "maybe": give on (a new database gets a demonstration school) or off (production).\n',
    );
  });

  it('stops with a sentence where the framework is not where it is said to be', async () => {
    const { status, said } = await run({ JALON_COMPETENCE_FRAMEWORK: join(folder, 'none') });
    expect(status).toBe(1);
    expect(said).toMatch(/^JALON_COMPETENCE_FRAMEWORK is .*none, which cannot be used: /);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
