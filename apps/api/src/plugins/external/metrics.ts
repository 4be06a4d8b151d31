import type { BackupState } from '@jalon/store';
import { type RouteContract, routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ServiceContext } from '../../services/context.ts';
import type { Streams } from '../app/streams.ts';
import { measureBackup } from './metrics-backup.ts';
import { measureStore } from './metrics-store.ts';

/** From half a millisecond, where a cached read ends, to where a person gives up. */
const DURATION_BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** What is measured besides the requests. */
export interface Measured {
  services: ServiceContext;
  streams: Streams;
  version: string;
  /** How the continuous backup is; `null` where none is kept. */
  backup: () => BackupState | null;
}

/**
 * Measures every request; gives the registry that `/api/metrics` prints. Every figure is described
 * in docs/operations.md; none names a person or a school.
 */
export function measureRequests(app: FastifyInstance, measured: Measured): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  measureStore(registry, measured.services.store);
  measureBackup(registry, measured.backup);
  measureProcess(registry, measured);
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
  const answersRefused = new Counter({
    name: 'jalon_answers_refused_total',
    help: 'Answers of pupils that were not kept, by the code of the problem',
    labelNames: ['code'],
    registers,
  });
  const signIns = new Counter({
    name: 'jalon_sign_ins_total',
    help: 'Tries to sign in, by what was shown and by outcome: accepted, or the code of the problem',
    labelNames: ['with', 'outcome'],
    registers,
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    const { contract } = request.routeOptions.config;
    const outcome = request.refusedFor ?? 'accepted';
    if (contract === routes.submitResponse) {
      if (reply.statusCode === 200) answers.inc();
      else answersRefused.inc({ code: outcome });
    }
    const means = contract && meansOf(contract);
    if (means) signIns.inc({ with: means, outcome });
  });
  return registry;
}

function meansOf(contract: RouteContract): 'card' | 'passkey' | 'password' | 'pictures' | null {
  if (contract === routes.signInWithCard) return 'card';
  if (contract === routes.signInWithPictures) return 'pictures';
  if (contract === routes.signInWithPasskey) return 'passkey';
  return contract === routes.signInAsStaff ? 'password' : null;
}

function measureProcess(registry: Registry, { services, streams, version }: Measured): void {
  const registers = [registry];
  const { engines, store, tally } = services;
  new Gauge({
    name: 'jalon_build_info',
    help: 'Always 1: the version that runs, the release in force, the engine of the store',
    labelNames: ['version', 'release', 'engine'],
    registers,
  }).set({ version, release: engines.current.reference.version, engine: store.kind }, 1);
  new Gauge({
    name: 'jalon_streams_open',
    help: 'Answers that stay open: watchers of assessments, and downloads',
    registers,
    collect() {
      this.set(streams.open);
    },
  });
  new Counter({
    name: 'jalon_answers_repeated_total',
    help: 'Acknowledged answers that had been kept before: sent again after a failure',
    registers,
    collect() {
      this.reset();
      this.inc(tally.answersRepeated);
    },
  });
}
