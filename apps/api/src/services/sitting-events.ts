import type { SittingProgress } from '@jalon/types';

type Listener = (progress: SittingProgress) => void;

/** Tells whoever watches an assessment that one of its pupils moved on. */
export interface SittingEvents {
  publish(assessmentId: string, progress: () => Promise<SittingProgress>): void;
  /** Gives the function that ends the watch. */
  watch(assessmentId: string, listener: Listener): () => void;
}

/** Watches within this process. */
export function createSittingEvents(): SittingEvents {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish(assessmentId, progress) {
      const watching = listeners.get(assessmentId);
      if (!watching) return;
      // A watcher that misses one movement learns it from the next, or when it connects again.
      progress().then(
        (value) => watching.forEach((listener) => listener(value)),
        () => undefined,
      );
    },
    watch(assessmentId, listener) {
      const watching = listeners.get(assessmentId) ?? new Set<Listener>();
      listeners.set(assessmentId, watching.add(listener));
      return () => {
        watching.delete(listener);
        if (watching.size === 0) listeners.delete(assessmentId);
      };
    },
  };
}
