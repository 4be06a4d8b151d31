/** What workers share: the next piece of work, and how many requests were answered. */
export interface Count {
  next: number;
  done: number;
  /** Counts one more answer. */
  answered(): void;
}

/** Answered before the clock runs, so that a server is measured as it is all day, not as it starts. */
const WARM_UP = 2_000;

/** Requests done a second by so many workers, each of which asks again once it was answered. */
export async function closedLoop(
  workers: number,
  work: (count: Count) => Promise<void>,
): Promise<number> {
  let startedMs = Number.NaN;
  const count: Count = {
    next: 0,
    done: 0,
    answered() {
      this.done += 1;
      if (this.done === WARM_UP) startedMs = performance.now();
    },
  };
  await Promise.all(Array.from({ length: workers }, () => work(count)));
  if (Number.isNaN(startedMs)) throw new Error(`Fewer than ${WARM_UP} requests were asked.`);
  return ((count.done - WARM_UP) * 1000) / (performance.now() - startedMs);
}
