import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { answerTransfer } from '../services/transfers/answer.ts';
import { askForRecords } from '../services/transfers/ask.ts';
import { listTransfers } from '../services/transfers/list.ts';

/** How the record of a pupil who changes schools follows, by consent of both. */
export function transferRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.transfers, ({ actor }) => listTransfers(services, actor));
  serve(app, routes.askTransfers, ({ actor, body }) =>
    askForRecords(services, actor, body.pupilIds),
  );
  serve(app, routes.answerTransfer, ({ actor, params, body }) =>
    answerTransfer(services, actor, params.transferId, body.answer),
  );
}
