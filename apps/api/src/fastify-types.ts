import type { ProblemCode, RouteContract } from '@jalon/types';
import type { Streams } from './plugins/app/streams.ts';
import type { SignedIn } from './services/actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, as their access token says; `null` for nobody. */
    actor: SignedIn | null;
    /** Whether they have to have a second factor first, as their access token says. */
    needsFactor: boolean;
    /** Whether a dashboard calls, by its key: it reads counts and nothing else. */
    isDashboard: boolean;
    /** The code of the problem that the request was answered with; `null` where it was none. */
    refusedFor: ProblemCode | null;
  }
  interface FastifyContextConfig {
    /** What the route serves. */
    contract?: RouteContract;
    /** Why a route outside the contract is open to anyone. */
    open?: string;
  }
  interface FastifyInstance {
    /** Aborts when the server begins to close. */
    closing: AbortSignal;
    /** The answers that stay open. */
    streams: Streams;
  }
}
