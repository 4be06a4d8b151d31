import { fileURLToPath } from 'node:url';
import type { ItemDefinition } from '@jalon/items';
import { itemKey } from '../bank.ts';
import { readFolder } from '../read/read-folder.ts';
import { loadRelease, type Release } from '../release/load.ts';
import type { ReleaseLock } from '../schema/release.ts';

/** Where the repository keeps it. */
export const crcn = fileURLToPath(
  new URL('../../../../competence-framework/crcn', import.meta.url),
);

/** The repository's own CRCN: its bank, its locks, and its releases ready to run. */
export function readCrcn() {
  const reading = readFolder(crcn);
  if (!reading.ok) throw new Error('The CRCN’s folder has mistakes.');
  const { bank, edition, releases: locks } = reading;
  const lock = (version: string): ReleaseLock => {
    const found = locks.find((one) => one.version === version);
    if (!found) throw new Error(`no release ${version}`);
    return found;
  };
  return {
    bank,
    edition,
    locks,
    lock,
    release: (version: string) => loadRelease(bank, lock(version)),
  };
}

/** A release with each of its items changed, or dropped where nothing is given. */
export function withItems(
  base: Release,
  change: (item: ItemDefinition, index: number) => ItemDefinition | null,
): Release {
  const items = [...base.items.values()].flatMap((item, index) => change(item, index) ?? []);
  return {
    ...base,
    version: '9.0.0',
    items: new Map(items.map((item) => [itemKey(item), item])),
  };
}
