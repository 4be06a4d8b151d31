import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { exportPupil } from '../services/rights/export-pupil.ts';
import { summariseOwnData } from '../services/rights/summary.ts';

/** What is kept about the pupil who asks. */
export function ownDataRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { keepMonths }: { keepMonths: number },
): void {
  serve(app, routes.ownDataSummary, ({ actor }) => summariseOwnData(services, actor, keepMonths));
  serve(app, routes.ownData, async ({ actor, reply }) => {
    reply.header('content-disposition', 'attachment; filename="mes-donnees-jalon.json"');
    const own = { schoolId: actor.schoolId, pupilId: actor.id };
    return exportPupil(services, own, { withOpenScores: false });
  });
}
