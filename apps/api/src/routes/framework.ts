import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import type { Parts } from '../parts.ts';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { readySequences } from '../services/assessments/sequences.ts';
import { viewCrosswalk } from '../services/crosswalk-view.ts';
import { viewFramework } from '../services/framework-view.ts';
import { viewRelease } from '../services/release-view.ts';

type Known = NonNullable<Parts['framework']>;

/** The framework and the release in force, and what corresponds to it elsewhere; releases for staff. */
export function frameworkRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { crosswalks, sequences, releaseDays }: Known,
): void {
  const { engines } = services;
  serve(app, routes.releases, ({ query }) => viewRelease(services, releaseDays, query));
  serve(app, routes.sequences, () => readySequences(sequences, engines.current));
  serve(app, routes.framework, () => viewFramework(engines.current));
  serve(app, routes.crosswalk, ({ params }) =>
    viewCrosswalk(crosswalks, engines.current, params.framework),
  );
}
