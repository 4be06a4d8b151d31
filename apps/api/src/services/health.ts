import { randomBytes } from 'node:crypto';
import { StoreUnavailable } from '@jalon/store';
import type { ServiceContext } from './context.ts';

/** Whether the service can do its work. */
export interface Health {
  /**
   * Resolves where the store answers and takes writes; rejects with `StoreUnavailable` or what else
   * is wrong. However many ask, the store is looked at once a second.
   */
  check(): Promise<void>;
}

/** What was found is true for this long. */
const KNOWN_MS = 1_000;
/** After this long without a commit, a small write shows whether one is still taken. */
const QUIET_MS = 60_000;

/**
 * Looks at the store. Commits of everyday work show that it takes writes; a small one is tried only
 * where the last write failed or there was none for a minute, and leaves nothing behind.
 */
export function createHealth(context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>): Health {
  const { store, clock, newId } = context;
  let commits = store.figures().commits;
  let committedAtMs = clock().getTime();
  let looked: { atMs: number; found: Promise<void> } | null = null;

  async function look(nowMs: number): Promise<void> {
    await store.read.identity.schoolCount();
    const figures = store.figures();
    if (figures.commits > commits) {
      commits = figures.commits;
      committedAtMs = nowMs;
    }
    if (store.writeFailure() === null && nowMs - committedAtMs < QUIET_MS) return;
    try {
      await store.write(...nothingKept());
    } catch (error) {
      // A queue that is full says nothing of the disk; elsewhere it may well be as full.
      if (error instanceof StoreUnavailable && error.cause === undefined) return;
      throw error;
    }
  }

  /** A token of nobody, kept and forgotten in one batch: it has to be written all the same. */
  function nothingKept() {
    const now = clock();
    const familyId = newId();
    const nobody = { actorId: familyId, role: 'pupil' as const, schoolId: null };
    const tokenDigest = `probe ${randomBytes(16).toString('hex')}`;
    const times = { issuedAt: now, expiresAt: now };
    return [
      store.change.addRefreshToken({ tokenDigest, familyId, ...nobody, ...times }),
      store.change.endTokenFamily(familyId),
    ];
  }

  return {
    check() {
      const nowMs = clock().getTime();
      const isKnown = looked && nowMs >= looked.atMs && nowMs - looked.atMs < KNOWN_MS;
      if (!looked || !isKnown) looked = { atMs: nowMs, found: look(nowMs) };
      return looked.found;
    },
  };
}
