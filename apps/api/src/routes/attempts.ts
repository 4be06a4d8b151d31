import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import { answerItem } from '../services/attempts/answer.ts';
import { readAttempt } from '../services/attempts/read.ts';
import { readResult } from '../services/attempts/result.ts';
import { readStatementOf } from '../services/attempts/statement.ts';
import { startAttempt } from '../services/attempts/start.ts';
import type { ServiceContext } from '../services/context.ts';
import { readHome } from '../services/home.ts';

/** What a pupil does; and what an attempt showed, which the pupil's teachers may read too. */
export function attemptRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.home, ({ actor }) => readHome(services, actor));
  serve(app, routes.startAttempt, ({ actor, body }) => startAttempt(services, actor, body));
  serve(app, routes.attempt, ({ actor, params }) => readAttempt(services, actor, params.attemptId));
  serve(app, routes.submitResponse, ({ actor, params, body }) =>
    answerItem(services, actor, params.attemptId, body),
  );
  serve(app, routes.attemptResult, ({ actor, params }) =>
    readResult(services, actor, params.attemptId),
  );
  serve(app, routes.attemptStatement, async ({ actor, params, reply }) => {
    const stated = await readStatementOf(services, actor, params.attemptId);
    const name = `jalon-${stated.attempt.competence}-${stated.attempt.finishedAt.slice(0, 10)}.json`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
    return oneChunk(`${JSON.stringify(stated, null, 1)}\n`);
  });
}

async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text;
}
