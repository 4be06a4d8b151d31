import type { RouteContract } from '@jalon/types';
import type { SignedIn } from './services/actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, as their access token says; `null` for nobody. */
    actor: SignedIn | null;
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
  }
}
