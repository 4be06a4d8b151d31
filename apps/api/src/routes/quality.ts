import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { readQuality } from '../services/quality/read.ts';

/** What an inspector reads of the test itself. */
export function qualityRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.quality, () => readQuality(services));
}
