import type { FastifyInstance } from 'fastify';

/**
 * One line for each request, once it is over: what was called, never by whom nor with what. The
 * address that was called is told by its route, since a person's id may be a part of it.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}

/** What log lines show of a request or a reply that somebody logs whole: an address may hold an id. */
export const nothingOfIt = (): Record<string, never> => ({});

interface DescribedError extends Record<string, unknown> {
  type: string;
  message: string;
  stack: string;
  cause?: DescribedError;
}

/**
 * An error as log lines show it: what kind, its code, and where in the code. Messages are left out,
 * since a driver or a parser may quote in them what a person wrote.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: 'code' in error ? String(error.code) : error.name,
    stack: frames.map((line) => line.trim()).join('\n'),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}
