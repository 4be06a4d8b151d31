import { createHash, randomBytes } from 'node:crypto';
import type { Row, Statement, Store } from '@jalon/store';
import type { Territory } from '@jalon/types';
import type { Inspector } from '../actor.ts';

/** What every key begins with, so that one is known where it lies about. */
export const KEY_PREFIX = 'jalon_';
const KEY_BYTES = 32;
const DAY_MS = 86_400_000;

/** A key is as hard to guess as its 256 random bits: a plain hash tells nothing of it. */
const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A new key of a territory, to be shown once, and the change that keeps it. */
export function drawKey(
  { store, clock, newId }: { store: Store; clock: () => Date; newId: () => string },
  { name, territory, days }: { name: string; territory: Territory; days: number },
): { key: string; id: string; change: Statement } {
  const key = KEY_PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  const id = newId();
  const now = clock();
  const change = store.change.addDashboardKey({
    ...{ id, name, digest: digestOf(key) },
    ...{ territoryKind: territory.kind, territoryCode: territory.code },
    ...{ createdAt: now, expiresAt: new Date(now.getTime() + days * DAY_MS) },
  });
  return { key, id, change };
}

/** Whom a key speaks for and until when; `null` where it is none, or its time is over. */
export async function holderOf(
  { read }: Pick<Store, 'read'>,
  key: string,
  now: Date,
): Promise<{ actor: Inspector; until: Date } | null> {
  const row = await read.dashboardKeys.byDigest(digestOf(key));
  if (!row || row.expiresAt <= now) return null;
  return { actor: actorOf(row), until: row.expiresAt };
}

const actorOf = ({ id, territoryKind, territoryCode }: Row<'dashboardKey'>): Inspector => ({
  role: 'inspector',
  id,
  territory: { kind: territoryKind, code: territoryCode },
});
