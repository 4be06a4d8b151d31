import type { Store } from '@jalon/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { territory } from '@jalon/types';
import { z } from 'zod';
import type { SignedIn } from '../../services/actor.ts';
import { holderOf, KEY_PREFIX } from '../../services/dashboards/keys.ts';
import { RecentlyUsed } from '../../services/recently-used.ts';
import { ACCESS_TOKEN_SECONDS } from '../external/tokens.ts';
import { accessCookie } from './session-cookies.ts';

const timed = {
  sub: z.uuid(),
  iat: z.number(),
  exp: z.number(),
  needs: z.literal('factor').optional(),
};
const claims = z.discriminatedUnion('role', [
  z.object({ ...timed, role: z.literal('pupil'), school: z.uuid() }),
  z.object({ ...timed, role: z.literal('teacher'), school: z.uuid() }),
  z.object({ ...timed, role: z.literal('administrator'), school: z.uuid() }),
  z.object({ ...timed, role: z.literal('inspector'), territory }),
]);

/** Who a good token speaks for, and until when. */
interface Bearer {
  actor: SignedIn;
  needsFactor: boolean;
  isDashboard: boolean;
  untilMs: number;
}

/** A pupil sends the same token with every answer of a quarter of an hour: it is verified once. */
const TOKENS_KEPT = 12_000;

/** A key that was ended is known no longer than this. */
const KEY_KNOWN_MS = 60_000;

/**
 * Learns who calls, from a bearer token, the access cookie or a dashboard's key, before anything
 * else is read of the request. A token that is missing, altered, of another algorithm or too old makes nobody of its
 * bearer; whether nobody may call is for the permissions to say.
 */
export function authenticate(app: FastifyInstance, store: Pick<Store, 'read'>): void {
  const verified = new RecentlyUsed<string, Bearer>(TOKENS_KEPT);
  const bearerOf = async (token: string): Promise<Bearer | null> => {
    const known = verified.get(token);
    if (known && Date.now() <= known.untilMs) return known;
    const isKey = token.startsWith(KEY_PREFIX);
    const bearer = isKey ? await dashboardOf(store, token) : verify(app, token);
    if (bearer) verified.set(token, bearer);
    return bearer;
  };
  app.decorateRequest('actor', null);
  app.decorateRequest('needsFactor', false);
  app.decorateRequest('isDashboard', false);
  app.addHook('onRequest', async (request) => {
    const token = tokenOf(request);
    const bearer = token === null ? null : await bearerOf(token);
    request.actor = bearer?.actor ?? null;
    request.needsFactor = bearer?.needsFactor ?? false;
    request.isDashboard = bearer?.isDashboard ?? false;
  });
}

/**
 * The access token that says who an actor is and which school or territory bounds them; and, where
 * they have to have a second factor first, that nothing else is open to them.
 */
export function signAccessToken(
  app: FastifyInstance,
  actor: SignedIn,
  needsFactor = false,
): string {
  const needs = needsFactor ? { needs: 'factor' } : {};
  return app.jwt.sign(
    actor.role === 'inspector'
      ? { sub: actor.id, role: actor.role, territory: actor.territory, ...needs }
      : { sub: actor.id, role: actor.role, school: actor.schoolId, ...needs },
  );
}

function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[accessCookie] ?? null;
}

async function dashboardOf(store: Pick<Store, 'read'>, key: string): Promise<Bearer | null> {
  const now = new Date();
  const holder = await holderOf(store, key, now);
  if (!holder) return null;
  const { actor, until } = holder;
  const untilMs = Math.min(until.getTime(), now.getTime() + KEY_KNOWN_MS);
  return { actor, needsFactor: false, isDashboard: true, untilMs };
}

function verify(app: FastifyInstance, token: string): Bearer | null {
  let verified: unknown;
  try {
    verified = app.jwt.verify(token);
  } catch {
    return null;
  }
  const read = claims.safeParse(verified);
  if (!read.success) return null;
  const { sub: id, iat, exp, needs, ...rest } = read.data;
  return {
    needsFactor: needs === 'factor',
    isDashboard: false,
    actor:
      rest.role === 'inspector'
        ? { id, role: rest.role, territory: rest.territory }
        : { id, role: rest.role, schoolId: rest.school },
    untilMs: Math.min(exp, iat + ACCESS_TOKEN_SECONDS) * 1000,
  };
}
