import { Readable } from 'node:stream';
import {
  type Access,
  type Action,
  type permissions,
  type Role,
  type RouteContract,
  scopeOf,
} from '@jalon/types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { uploadedFile } from './plugins/app/uploads.ts';
import { describeRoute } from './plugins/app/describe-route.ts';
import type { SignedIn } from './services/actor.ts';

type RolesOf<A extends Action> = keyof (typeof permissions)[A] & Role;

/** Who may reach a route, as its access and the table of permissions say. */
type ActorOf<A extends Access> = A extends { action: infer Name extends Action }
  ? Extract<SignedIn, { role: RolesOf<Name> }>
  : null;

type Given<R extends RouteContract, K extends 'params' | 'query' | 'body'> = R extends {
  [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

/** One call of a route, checked: what its handler is given. */
export interface Call<R extends RouteContract> {
  /** Within reach of what the route acts on; `null` on public routes. */
  actor: ActorOf<R['access']>;
  params: Given<R, 'params'>;
  query: Given<R, 'query'>;
  body: Given<R, 'body'>;
  request: FastifyRequest;
  reply: FastifyReply;
  /** Of an upload: the bytes of the file, as they come. */
  file: R extends { upload: object } ? AsyncIterable<Uint8Array> : undefined;
  /** Of a stream: aborts when the caller has gone or the server closes. */
  signal: R extends { stream: string } ? AbortSignal : undefined;
}

/** What a handler gives back: the contract's answer, or the chunks of its stream. */
export type Answer<R extends RouteContract> = R extends { response: infer S extends z.ZodType }
  ? z.output<S>
  : AsyncIterable<string | Uint8Array>;

export type Handler<R extends RouteContract> = (call: Call<R>) => Answer<R> | Promise<Answer<R>>;

/**
 * Serves one route of the contract: its method, path, input, access and description come from the
 * table of routes, what it does from the handler.
 */
export function serve<R extends RouteContract>(
  app: FastifyInstance,
  contract: R,
  handler: Handler<R>,
): void {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract },
    exposeHeadRoute: contract.stream === undefined,
    schema: describeRoute(contract),
    handler: async (request, reply) => {
      if (contract.stream !== undefined) {
        reply.raw.once('close', app.streams.begin(request.actor?.id ?? request.ip));
      }
      const call = {
        actor: contract.access === 'public' ? null : request.actor,
        params: contract.params ? request.params : undefined,
        query: contract.query ? request.query : undefined,
        body: contract.body ? request.body : undefined,
        file: contract.upload ? uploadedFile(request, contract.upload) : undefined,
        request,
        reply,
        signal: contract.stream === undefined ? undefined : endOf(app, reply),
      };
      if (!isCallOf(contract, call)) {
        throw new Error(`${contract.method} ${contract.path} was called without its checks.`);
      }
      const answer: unknown = await handler(call);
      if (contract.stream === undefined) return reply.send(answer);
      // A reverse proxy that gathers a stream before it passes it on would hold events back.
      reply.header('x-accel-buffering', 'no');
      return reply.type(contract.stream).send(Readable.from(chunksOf(answer)));
    },
  });
}

/** Whether the checks that a route's contract asks for have been made on a call. */
function isCallOf<R extends RouteContract>(
  contract: R,
  call: Record<keyof Call<R>, unknown> & { actor: SignedIn | null },
): call is Call<R> {
  const { access } = contract;
  const allowed =
    access === 'public'
      ? call.actor === null
      : call.actor !== null && scopeOf(access.action, call.actor.role) !== null;
  return allowed && (!contract.body || call.body !== undefined);
}

function endOf(app: FastifyInstance, reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, app.closing]);
}

function chunksOf(answer: unknown): AsyncIterable<unknown> {
  if (!isAsyncIterable(answer)) throw new Error('A route that streams must answer with chunks.');
  return answer;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
