import type { Store, StoreFigures } from '@jalon/store';
import { Counter, Gauge, type Registry } from 'prom-client';

const counters = [
  ['commits', 'Transactions made durable'],
  ['batches', 'Batches that those transactions held'],
  ['refused', 'Batches refused because too many waited'],
  ['retried', 'Batches begun again after a conflict between transactions (PostgreSQL)'],
] as const satisfies [keyof StoreFigures, string][];

/** The store's own figures, and the jobs it holds. */
export function measureStore(registry: Registry, store: Store): void {
  const registers = [registry];
  for (const [figure, help] of counters) {
    new Counter({
      name: `jalon_store_${figure}_total`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(store.figures()[figure]);
      },
    });
  }
  new Gauge({
    name: 'jalon_store_waiting',
    help: 'Batches or questions that wait now for the writer or for a connection',
    registers,
    collect() {
      this.set(store.figures().waiting);
    },
  });
  new Gauge({
    name: 'jalon_store_writable',
    help: '1 where the last write was taken, 0 where the disk or the server did not take it',
    registers,
    collect() {
      this.set(store.writeFailure() === null ? 1 : 0);
    },
  });
  new Gauge({
    name: 'jalon_jobs',
    help: 'Jobs of the whole database, by status; none are told of while it cannot be read',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset();
      const counted = await store.read.jobs.countByStatus().catch(() => null);
      if (!counted) return;
      for (const status of ['waiting', 'running', 'failed'] as const) {
        this.set({ status }, counted.find((row) => row.status === status)?.jobs ?? 0);
      }
    },
  });
}
