/** How long answers took, in milliseconds. */
export interface Latencies {
  p50: number;
  p95: number;
  p99: number;
  most: number;
  count: number;
}

export interface OpenLoop<Task> {
  /** Requests a second, sent whether or not earlier ones were answered. */
  perSecond: number;
  /** Not measured: the server and the client get warm. */
  warmUpMs: number;
  measuredMs: number;
  /** What can be asked now; each is lent to one request at a time. */
  ready: Task[];
  /** Asks; gives the task as it goes on, or `null` where it is over. */
  ask: (task: Task) => Promise<Task | null>;
  /** In milliseconds. */
  clock: () => number;
  /** Calls back a moment later, after other work. */
  soon: (callback: () => void) => void;
}

/**
 * Sends requests at a fixed rate and measures each from the instant at which it was meant to be
 * sent: a server that stands still is charged for all that should have been asked meanwhile.
 * Rejects with the first error of a request.
 */
export async function openLoop<Task>(plan: OpenLoop<Task>): Promise<Latencies> {
  const { clock, ready, ask } = plan;
  const everyMs = 1000 / plan.perSecond;
  const total = Math.floor((plan.warmUpMs + plan.measuredMs) / everyMs);
  const startedMs = clock();
  const latencies: number[] = [];
  let sent = 0;
  let answered = 0;

  return new Promise((resolve, reject) => {
    let isOver = false;
    const fail = (error: unknown) => {
      isOver = true;
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    async function send(task: Task, meantMs: number): Promise<void> {
      const next = await ask(task);
      if (meantMs - startedMs >= plan.warmUpMs) latencies.push(clock() - meantMs);
      if (next !== null) ready.push(next);
      answered += 1;
    }
    function tick(): void {
      if (isOver) return;
      if (answered === total) return resolve(summarise(latencies));
      // Where nothing is ready a request waits, and its waiting counts.
      while (sent < total && startedMs + sent * everyMs <= clock()) {
        const task = ready.shift();
        if (task === undefined) break;
        send(task, startedMs + sent * everyMs).catch(fail);
        sent += 1;
      }
      if (sent < total && sent === answered && ready.length === 0) {
        return fail(new Error('All there was to ask has been asked.'));
      }
      plan.soon(tick);
    }
    tick();
  });
}

/** Percentiles by the nearest rank. */
export function summarise(latencies: readonly number[]): Latencies {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1), count: sorted.length };
}

/** A sentence of them. */
export const latencyText = ({ p50, p95, p99, most, count }: Latencies): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${most.toFixed(1)} ms (${count} answers)`;
