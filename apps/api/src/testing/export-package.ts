import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Whether Python is on this machine; where it is not, tests of the script are skipped by name. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Runs the package's Python script; gives its exit status and what it printed. */
export function runPython(folder: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [join(folder, 'scripts/first_table.py')],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], PYTHONIOENCODING: 'utf-8' } },
  );
  return { status, out: stdout, err: stderr };
}
