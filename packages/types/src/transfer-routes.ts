import { z } from 'zod';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { answerTransfer, askTransfers, schoolTransfers, transferOutcome } from './transfers.ts';

/** How the record of a pupil who changes schools follows, by consent of both. */
export const routesOfTransfers = defineRoutes({
  transfers: {
    method: 'GET',
    path: '/api/school/transfers',
    access: { action: 'transfer:manage' },
    summary: 'Records that may be asked for, were asked for, or are asked of the school',
    response: schoolTransfers,
  },
  askTransfers: {
    method: 'POST',
    path: '/api/school/transfers',
    access: { action: 'transfer:manage' },
    summary: 'Asks other schools for the records of pupils who came from them',
    body: askTransfers,
    response: z.object({ asked: z.int().nonnegative() }),
  },
  answerTransfer: {
    method: 'POST',
    path: '/api/school/transfers/:transferId/answer',
    access: { action: 'transfer:manage', subject: 'transfer', param: 'transferId' },
    summary: 'Sends a record to the school that asks for it, or refuses',
    params: z.object({ transferId: id }),
    body: answerTransfer,
    response: transferOutcome,
  },
});
