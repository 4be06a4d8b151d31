import type { Store } from '@jalon/store';
import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** From half a millisecond, where a cached read ends, to where a person gives up. */
const DURATION_BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** Measures every request; gives the registry that `/api/metrics` prints. Holds no person. */
export function measureRequests(app: FastifyInstance, store: Store): Registry {
  const registers = [new Registry()];
  const [registry] = registers;
  if (!registry) throw new Error('No registry of metrics.');
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'jalon_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  });
  const answers = new Counter({
    name: 'jalon_answers_acknowledged_total',
    help: 'Answers of pupils that were acknowledged as durable (one sent again counts again)',
    registers,
  });
  new Counter({
    name: 'jalon_store_commits_total',
    help: 'Transactions made durable',
    registers,
    collect() {
      this.reset();
      this.inc(store.figures().commits);
    },
  });
  new Counter({
    name: 'jalon_store_batches_total',
    help: 'Batches that those transactions held',
    registers,
    collect() {
      this.reset();
      this.inc(store.figures().batches);
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    const { contract } = request.routeOptions.config;
    if (contract === routes.submitResponse && reply.statusCode === 200) answers.inc();
  });
  return registry;
}
