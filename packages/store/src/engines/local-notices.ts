import type { Notices } from './engine.ts';

/** Notices within one process: all there is where one process serves a database. */
export function localNotices(): Notices & { hear(notice: string | null): void } {
  const listeners = new Set<(notice: string | null) => void>();
  const hear = (notice: string | null) => {
    for (const listener of listeners) listener(notice);
  };
  return {
    hear,
    send: hear,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
