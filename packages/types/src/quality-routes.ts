import { qualityView } from './quality.ts';
import { defineRoutes } from './route.ts';

/** How well items and levels measure: figures about the test, of no person. */
export const routesOfQuality = defineRoutes({
  quality: {
    method: 'GET',
    path: '/api/quality',
    access: { action: 'quality:read' },
    summary: 'How well the test measures, and whether it is fair, by the answers of all schools',
    response: qualityView,
  },
});
