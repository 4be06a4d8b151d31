import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK_BYTES = 64 * 1024;
const LEAST_BYTES = 512;

/** A disk of its own, in memory, that can be filled. */
export interface SmallDisk {
  /** Writes until nothing more fits; may be called again while others write. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** Takes the disk away, whatever it holds. */
  remove(): void;
}

/** Mounts a small disk on an empty folder. Gives why not where this user may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | string {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'jalon', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) return mounted.stderr?.trim() ?? String(mounted.error);
  const ballast = join(folder, 'ballast');
  return {
    fill() {
      const file = openSync(ballast, 'a');
      for (let bytes = BLOCK_BYTES; bytes >= LEAST_BYTES;) {
        try {
          writeSync(file, Buffer.alloc(bytes));
        } catch {
          bytes /= 2;
        }
      }
      closeSync(file);
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => void spawnSync('umount', ['-l', folder]),
  };
}
