import type { Device } from './device.ts';

/** What the server tells of itself at a time since the run began. */
export interface ServerSample {
  atMs: number;
  /** All memory that the process holds. */
  memoryBytes: number;
  heapBytes: number;
  /** Processor time since its start, all threads together. */
  cpuSeconds: number;
  /** The delay of its event loop since the sample before. */
  loopDelayP99Ms: number;
}

/** One sample from `/api/metrics`. Rejects with `CallFailed`. */
export async function sampleServer(device: Device, atMs: number): Promise<ServerSample> {
  const { text } = await device.call('/api/metrics');
  const lines = text.split('\n').map((line) => line.split(' '));
  const valueOf = (name: string) => {
    const value = Number(lines.find(([first]) => first === name)?.[1]);
    if (Number.isNaN(value)) throw new Error(`The server does not tell ${name}.`);
    return value;
  };
  return {
    atMs,
    memoryBytes: valueOf('process_resident_memory_bytes'),
    heapBytes: valueOf('nodejs_heap_size_used_bytes'),
    cpuSeconds: valueOf('process_cpu_seconds_total'),
    loopDelayP99Ms: valueOf('nodejs_eventloop_lag_p99_seconds') * 1000,
  };
}
