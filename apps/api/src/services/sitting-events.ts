import type { Notices } from '@jalon/store';
import type { SittingProgress } from '@jalon/types';

/** Hears where a pupil is now, or `null`: something may have been missed, and is to be read anew. */
type Listener = (progress: SittingProgress | null) => void;

/** An attempt at an assessment, of which something changed. */
export interface Moved {
  schoolId: string;
  assessmentId: string;
  attemptId: string;
}

/** Tells whoever watches an assessment that one of its pupils moved on. */
export interface SittingEvents {
  announce(moved: Moved): void;
  /** Another pupil, or one less, is in an assessment: those who watch it read it anew. */
  announceChange(where: { schoolId: string; assessmentId: string }): void;
  /** Gives the function that ends the watch. */
  watch(assessmentId: string, listener: Listener): () => void;
}

/**
 * Watches over the processes of one database: a notice says which attempt moved, and whoever has a
 * watcher looks where it is. A burst of one attempt's movements is looked at once more, not each.
 */
export function createSittingEvents(
  notices: Notices,
  look: (moved: Moved) => Promise<SittingProgress | null>,
): SittingEvents {
  const watching = new Map<string, Set<Listener>>();
  /** Attempts being looked at, and whether they moved again meanwhile. */
  const looking = new Map<string, { movedAgain: boolean }>();

  async function tell(moved: Moved): Promise<void> {
    const busy = looking.get(moved.attemptId);
    if (busy) {
      busy.movedAgain = true;
      return;
    }
    const state = { movedAgain: false };
    looking.set(moved.attemptId, state);
    try {
      const progress = await look(moved);
      if (progress) watching.get(moved.assessmentId)?.forEach((listener) => listener(progress));
    } catch {
      // A watcher that misses one movement learns it from the next, or when it connects again.
    } finally {
      looking.delete(moved.attemptId);
    }
    if (state.movedAgain) await tell(moved);
  }

  notices.listen((notice) => {
    if (notice === null) {
      for (const listeners of watching.values()) listeners.forEach((listener) => listener(null));
      return;
    }
    const [kind, schoolId, assessmentId, attemptId] = notice.split(' ');
    if (kind === 'changed' && assessmentId) {
      watching.get(assessmentId)?.forEach((listener) => listener(null));
      return;
    }
    if (kind !== 'moved' || !schoolId || !assessmentId || !attemptId) return;
    if (watching.has(assessmentId)) void tell({ schoolId, assessmentId, attemptId });
  });

  return {
    announce: ({ schoolId, assessmentId, attemptId }) =>
      notices.send(`moved ${schoolId} ${assessmentId} ${attemptId}`),
    announceChange: ({ schoolId, assessmentId }) =>
      notices.send(`changed ${schoolId} ${assessmentId}`),
    watch(assessmentId, listener) {
      const listeners = watching.get(assessmentId) ?? new Set<Listener>();
      watching.set(assessmentId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watching.delete(assessmentId);
      };
    },
  };
}
