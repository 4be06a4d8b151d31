import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import { readAccommodations, sayAccommodations } from '../services/accommodations.ts';
import type { ServiceContext } from '../services/context.ts';

/** What Jalon adapts for a pupil, as those who teach them read and say it. */
export function accommodationRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.accommodations, ({ actor, params }) =>
    readAccommodations(services, actor, params.pupilId),
  );
  serve(app, routes.sayAccommodations, ({ actor, params, body }) =>
    sayAccommodations(services, actor, params.pupilId, body),
  );
}
