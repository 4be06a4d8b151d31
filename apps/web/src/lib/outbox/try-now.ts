const wakers = new Set<() => void>();

/** Makes every answer that waits try again now. */
export function tryNow(): void {
  for (const wake of wakers) wake();
}

/** Waits, but no longer than until the connection, or the pupil, comes back to the page. */
export function pauseUntilUseful(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      wakers.delete(wake);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
      resolve();
    };
    const wakeWhenSeen = () => {
      if (document.visibilityState === 'visible') wake();
    };
    const timer = setTimeout(wake, delayMs);
    wakers.add(wake);
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeWhenSeen);
  });
}
