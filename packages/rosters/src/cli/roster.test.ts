import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyPupils, three } from '../testing/pupils.ts';
import {
  latin9,
  ondeCsv,
  oneRosterFilesOf,
  siecleXml,
  uai,
  zipOf,
} from '../testing/written-files.ts';

const command = fileURLToPath(new URL('./roster.ts', import.meta.url));
/** The memory holds by Node's options of the command that people run. */
const workspace = new URL('../../../../package.json', import.meta.url);
/**
 * Says, at the end, how many kB of memory the process took at most. `maxRSS` would not do: a process
 * begins with the largest of the one that started it, here a test runner of some 200 MB.
 */
const peakMemory = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const status = readFileSync('/proc/self/status', 'utf8');
    process.stderr.write(/^VmHWM:\\s*(\\d+) kB$/m.exec(status)[1]);
  });
`)}`;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-roster-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(content: string | Uint8Array, ...more: string[]) {
  const file = join(folder, `file-${Math.random()}`);
  await writeFile(file, content);
  const run = promisify(execFile)(process.execPath, [command, 'check', file, ...more], {
    maxBuffer: 50_000_000,
  });
  const { stdout, code } = await run.then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  return { code, answer: stdout === '' ? null : (JSON.parse(stdout) as unknown) };
}

describe('npm run roster -- check', () => {
  it('says how many pupils and classes a good file has', async () => {
    const siecle = await check(latin9(siecleXml(three)), '--format', 'siecle', '--uai', uai);
    expect(siecle).toEqual({ code: 0, answer: { ok: true, pupils: 3, classes: 2, problems: [] } });
    const onde = await check(latin9(ondeCsv(three)), '--format', 'onde', '--uai', uai);
    expect(onde).toMatchObject({ code: 0, answer: { ok: true, pupils: 3, classes: 2 } });
  });

  it('says line and sentence of what is wrong, and ends with 1', async () => {
    const doubled = three.map((one) => ({ ...one, ine: '123456789AA' }));
    const { code, answer } = await check(siecleXml(doubled), '--format', 'siecle', '--uai', uai);
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      ok: false,
      problems: [
        { line: 10, code: 'duplicate-ine', message: expect.stringContaining('ligne 9') },
        { line: 11, code: 'duplicate-ine' },
        { code: 'no-pupils' },
      ].sort((a, b) => (a.line ?? 1) - (b.line ?? 1)),
    });
  });

  it('asks for a format and a UAI', async () => {
    expect(await check('x', '--uai', uai)).toEqual({ code: 2, answer: null });
    expect(await check('x', '--format', 'onde', '--uai', '12')).toEqual({ code: 2, answer: null });
  });

  it('reads 20,000 pupils within ten seconds and 200 MB', async () => {
    const script = /"roster": "(.*)"/.exec(await readFile(workspace, 'utf8'))?.[1] ?? '';
    const flags = script.split(' ').filter((word) => word.startsWith('--'));
    expect(flags).not.toEqual([]);
    const many = manyPupils(20_000);
    for (const [format, content] of [
      ['siecle', latin9(siecleXml(many))],
      ['siecle', zipOf({ 'ElevesSansAdresses.xml': latin9(siecleXml(many)) })],
      ['onde', latin9(ondeCsv(many))],
      ['oneroster', zipOf(oneRosterFilesOf(many))],
    ] as const) {
      const file = join(folder, 'large');
      await writeFile(file, content);
      const began = performance.now();
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [
          ...[...flags, '--import', peakMemory],
          ...[command, 'check', file, '--format', format, '--uai', uai],
        ],
        { maxBuffer: 50_000_000 },
      );
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(stdout).toMatch(/"ok": true,\s+"pupils": 20000/);
      expect(Number(stderr)).toBeGreaterThan(20_000);
      expect(Number(stderr)).toBeLessThan(200_000);
    }
  });
});
