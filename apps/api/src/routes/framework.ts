import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { viewFramework } from '../services/framework-view.ts';

/** The framework and the release in force, for anyone. */
export function frameworkRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.framework, () => viewFramework(services.engines.current));
}
