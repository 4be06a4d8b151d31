import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { listBackups, restoreBackup, verifyBackup } from './index.ts';

const server = fileURLToPath(new URL('./testing-server.ts', import.meta.url));

/** Runs a server until it has shipped, and a little longer; kills it, and gives the rows it told of. */
async function runAndKill(file: string, folder: string, extraMs: number): Promise<number> {
  const child = spawn(process.execPath, [server, file, folder]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (let turn = 0; turn < 200 && !/shipped [1-9]/.test(said); turn += 1) await wait(50);
  await wait(extraMs);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const rows = [...said.matchAll(/shipped (\d+)\n/g)].at(-1)?.[1];
  return Number(rows);
}

it('a server that is killed at any moment has what it shipped, and mostly goes on where it was', async () => {
  const root = mkdtempSync(join(tmpdir(), 'jalon-backup-kill-'));
  const [file, folder] = [join(root, 'jalon.sqlite'), join(root, 'backup')];
  try {
    for (let round = 0; round < 5; round += 1) {
      const shipped = await runAndKill(file, folder, 150 + 90 * round);
      expect(shipped).toBeGreaterThan(0);
      const target = join(root, `restored-${round}.sqlite`);
      await restoreBackup({ folder, to: null, target });
      const copy = new Database(target);
      expect(copy.prepare('select count(*) from note').pluck().get()).toBeGreaterThanOrEqual(
        shipped,
      );
      copy.close();
    }
    expect((await verifyBackup(folder)).problems).toEqual([]);
    expect((await listBackups(folder)).length).toBeLessThan(5);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 120_000);
