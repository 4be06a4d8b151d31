import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SignedIn } from '../../services/actor.ts';
import { accessCookie } from './session-cookies.ts';

const claims = z.discriminatedUnion('role', [
  z.object({ role: z.literal('pupil'), sub: z.uuid(), school: z.uuid() }),
  z.object({ role: z.literal('teacher'), sub: z.uuid(), school: z.uuid() }),
  z.object({ role: z.literal('inspector'), sub: z.uuid(), department: z.string().min(1) }),
]);

/**
 * Learns who calls, from a bearer token or the access cookie, before anything else is read of the
 * request. A token that is missing, altered, of another algorithm or too old makes nobody of its
 * bearer; whether nobody may call is for the permissions to say.
 */
export function authenticate(app: FastifyInstance): void {
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    const token = tokenOf(request);
    request.actor = token === null ? null : actorOf(app, token);
  });
}

/** The access token that says who an actor is and which school or territory bounds them. */
export function signAccessToken(app: FastifyInstance, actor: SignedIn): string {
  return app.jwt.sign(
    actor.role === 'inspector'
      ? { sub: actor.id, role: actor.role, department: actor.department }
      : { sub: actor.id, role: actor.role, school: actor.schoolId },
  );
}

function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[accessCookie] ?? null;
}

function actorOf(app: FastifyInstance, token: string): SignedIn | null {
  let verified: unknown;
  try {
    verified = app.jwt.verify(token);
  } catch {
    return null;
  }
  const read = claims.safeParse(verified);
  if (!read.success) return null;
  const { sub: id, ...rest } = read.data;
  return rest.role === 'inspector'
    ? { id, role: rest.role, department: rest.department }
    : { id, role: rest.role, schoolId: rest.school };
}
