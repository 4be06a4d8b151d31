import { z } from 'zod';
import { pupilAccommodations, sayAccommodations } from './accommodations.ts';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';

const pupilParams = z.object({ pupilId: id });

/** What Jalon adapts for a pupil, for those who teach them. */
export const routesOfAccommodations = defineRoutes({
  accommodations: {
    method: 'GET',
    path: '/api/pupils/:pupilId/accommodations',
    access: { action: 'accommodation:read', subject: 'pupil', param: 'pupilId' },
    summary: 'What Jalon adapts for a pupil, never why; the look is logged',
    params: pupilParams,
    response: pupilAccommodations,
  },
  sayAccommodations: {
    method: 'POST',
    path: '/api/pupils/:pupilId/accommodations',
    access: { action: 'accommodation:say', subject: 'pupil', param: 'pupilId' },
    summary: 'Says what Jalon adapts for a pupil from now on; logged',
    params: pupilParams,
    body: sayAccommodations,
    response: z.object({ kept: z.literal(true) }),
  },
});
