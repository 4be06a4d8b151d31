import type { Socket } from 'node:net';
import { ResponseRefused } from '@jalon/items';
import { Conflict, StoreUnavailable } from '@jalon/store';
import { type Problem, type ProblemCode, problemCodes } from '@jalon/types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../requests.ts';
import { Refusal } from '../../services/refusal.ts';
import { placesOf } from './problem-places.ts';
import { type Language, problemSentences } from './problem-sentences.ts';

const BUSY_SECONDS = 2;

/** The problem document of a refusal, in the client's language. */
export function problemDocument(
  code: ProblemCode,
  language: Language,
  requestId: string,
  places?: Problem['places'],
): Problem {
  return {
    type: `urn:jalon:problem:${code}`,
    code,
    ...problemSentences[code][language],
    status: problemCodes[code],
    instance: requestId,
    ...(places && places.length > 0 && { places }),
  };
}

/** Answers every error of the instance with a problem document that gives nothing away. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendProblem(new Refusal('not-found'), request, reply));
}

/** Turns whatever was thrown into a problem document. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const code = codeOf(error);
  const status = problemCodes[code];
  request.refusedFor = code;
  // A refusal without a cause is no failure: too much at once, or about to stop.
  const isFailure = status >= 500 && !(error instanceof Refusal && error.cause === undefined);
  if (isFailure) request.log.error({ err: error, code }, 'request failed');
  else request.log.debug({ code }, 'request refused');

  const language = languageOf(request);
  const retryAfterSeconds = error instanceof Refusal ? error.retryAfterSeconds : null;
  if (retryAfterSeconds !== null) reply.header('retry-after', retryAfterSeconds);
  else if (code === 'busy') reply.header('retry-after', BUSY_SECONDS);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="jalon"');
  const body = problemDocument(code, language, request.id, placesOf(error, request, language));
  return reply
    .code(status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    .serializer((value) => JSON.stringify(value))
    .send(body);
}

/** Refuses, on the bare connection, what is no HTTP request at all. */
export function refuseUnreadable(error: Error, socket: Socket, requestId: string): void {
  const isReset = 'code' in error && error.code === 'ECONNRESET';
  if (isReset || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problemDocument('bad-request', 'fr', requestId));
  socket.write(
    [
      'HTTP/1.1 400 Bad Request',
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  // Ended on our side alone, it would stay open for as long as its client likes.
  socket.destroySoon();
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'bad-request',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'busy',
};

/** Why a request is refused. What is not recognised is our own failure. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof Refusal) return error.code;
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof StoreUnavailable) return 'busy';
  if (error instanceof ResponseRefused) return 'bad-response';
  // Only Fastify's own errors carry a status that says something of the request.
  if (error instanceof Error && 'code' in error && 'statusCode' in error) {
    if (String(error.code).startsWith('FST_')) {
      return byStatus[Number(error.statusCode)] ?? 'unexpected';
    }
  }
  return 'unexpected';
}
