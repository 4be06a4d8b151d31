import { randomUUIDv7 } from 'node:crypto';
import { Conflict, type Store } from '@jalon/store';
import type { Territory } from '@jalon/types';
import { drawKey } from '../services/dashboards/keys.ts';
import { isTerritory } from '../services/territories/territory.ts';
import type { ChunkVoice } from './voice.ts';

/** Gives a dashboard a key to the figures of a territory. Gives the exit status. */
export async function giveKey(
  store: Store,
  { name, territory, days }: { name: string; territory: Territory; days: number },
  voice: ChunkVoice,
): Promise<number> {
  if (!(await isTerritory(store, territory))) {
    voice.say(`There is no ${territory.kind} ${territory.code}.`);
    return 1;
  }
  const context = { store, clock: () => new Date(), newId: () => randomUUIDv7() };
  const { key, id, change } = drawKey(context, { name, territory, days });
  await store.write(change);
  voice.say(`Key ${id}, for ${days} days. It is shown this once:`);
  voice.write(`${key}\n`);
  return 0;
}

/** Lists the keys, each with its id, its territory and its last day. Gives the exit status. */
export async function listKeys(store: Store, voice: ChunkVoice): Promise<number> {
  for (const row of await store.read.dashboardKeys.all()) {
    const territory = `${row.territoryKind}:${row.territoryCode}`;
    voice.write(`${row.id}  ${territory}  until ${row.expiresAt.toISOString()}  ${row.name}\n`);
  }
  return 0;
}

/** Ends a key at once. Gives the exit status. */
export async function endKey(store: Store, id: string, voice: ChunkVoice): Promise<number> {
  try {
    await store.write(store.change.removeDashboardKey(id));
    voice.say('The key is ended; servers that know it answer it for a minute at most.');
    return 0;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    voice.say(`There is no key ${id}.`);
    return 1;
  }
}
