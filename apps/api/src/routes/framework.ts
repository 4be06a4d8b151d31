import type { ReadCrosswalk } from '@jalon/framework';
import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { viewCrosswalk } from '../services/crosswalk-view.ts';
import { viewFramework } from '../services/framework-view.ts';

/** The framework and the release in force, and what corresponds to it elsewhere: for anyone. */
export function frameworkRoutes(
  app: FastifyInstance,
  { engines }: ServiceContext,
  crosswalks: readonly ReadCrosswalk[],
): void {
  serve(app, routes.framework, () => viewFramework(engines.current));
  serve(app, routes.crosswalk, ({ params }) =>
    viewCrosswalk(crosswalks, engines.current, params.framework),
  );
}
