/** What workers share: the next piece of work, and how many requests were answered. */
export interface Count {
  next: number;
  done: number;
}

/** Requests done a second by so many workers, each of which asks again once it was answered. */
export async function closedLoop(
  workers: number,
  work: (count: Count) => Promise<void>,
): Promise<number> {
  const count = { next: 0, done: 0 };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: workers }, () => work(count)));
  return (count.done * 1000) / (performance.now() - startedMs);
}
