import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { checkHealth } from '../services/health.ts';

/** Whether the service can answer: the store reads, and a release is in force. */
export function healthRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.health, () => checkHealth(services));
}
