import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';

/** Whether the service can answer: the store reads, and a release is in force. */
export function healthRoutes(app: FastifyInstance, { store, engines }: ServiceContext): void {
  serve(app, routes.health, async () => {
    await store.read.identity.schoolCount();
    return { status: 'ok' as const, release: engines.current.reference.version };
  });
}
