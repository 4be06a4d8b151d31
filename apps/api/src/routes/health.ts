import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { createHealth } from '../services/health.ts';
import { Refusal } from '../services/refusal.ts';

/**
 * Whether the process lives, and whether it can do its work: the store answers and takes writes,
 * and the process is not about to stop (`leaving`).
 */
export function healthRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  leaving: AbortSignal,
): void {
  const health = createHealth(services);
  serve(app, routes.live, () => ({ status: 'ok' as const }));
  serve(app, routes.health, async () => {
    if (leaving.aborted) throw new Refusal('busy');
    await health.check();
    return { status: 'ok' as const, release: services.engines.current.reference.version };
  });
}
