import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../store.ts';
import { leftOpen } from '../testing/left-open.ts';
import { copyStore } from './copy.ts';
import { digestStore } from './digest.ts';

/** A SQLite store of a test's own, whatever engine the run is about. */
export async function openSqliteStore(): Promise<{ store: Store; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-copy-'));
  const url = `file:${join(folder, 'jalon.sqlite')}`;
  const store = await openStore(url);
  leftOpen().add(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, url };
}

export const itemKey = (id: string, version: number): string => `${id}@${version}`;

/** Copies in silence. */
export const copy = (source: Store, target: Store, uai: string | null = null) =>
  copyStore(source, target, { uai, itemKey, progress: () => undefined });

/** The digests of a store, in a list. */
export async function digestsOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const { of, sha256 } of digestStore(store)) lines.push(`${of} ${sha256}`);
  return lines;
}

/** A store that keeps so many batches more, and then fails as one whose process was killed. */
export function failingAfter(store: Store, batches: number): Store {
  let left = batches;
  return {
    ...store,
    async write(...batch) {
      if (left === 0) throw new Error('killed');
      left -= 1;
      await store.write(...batch);
    },
  };
}
