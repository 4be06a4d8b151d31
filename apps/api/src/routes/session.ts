import { normalizeIP } from '@fastify/rate-limit';
import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signAccessToken } from '../plugins/app/authentication.ts';
import {
  HALF_SECONDS,
  readHalf,
  readHalfCard,
  signHalf,
  signHalfCard,
} from '../plugins/app/half-signed-in.ts';
import {
  clearSessionCookies,
  cookieOptions,
  deviceCookie,
  halfCardCookie,
  halfCookie,
  refreshCookie,
  setAccessCookie,
  setDeviceCookie,
  setSessionCookies,
} from '../plugins/app/session-cookies.ts';
import { serve } from '../serve.ts';
import { passkeyRoutes } from './passkeys.ts';
import { securityRoutes } from './security.ts';
import type { SignedIn } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import { markDevice } from '../services/device.ts';
import type { Keys } from '../services/keys.ts';
import { findPerson, type Person, staffPerson } from '../services/people.ts';
import { factorsOf, needsSecondFactor, type RequiredOf } from '../services/security/factors.ts';
import { useCode } from '../services/security/second-factor.ts';
import { Refusal } from '../services/refusal.ts';
import { endSession, type OpenedSession, openSession, renewSession } from '../services/session.ts';
import {
  type Caller,
  signInAsStaff,
  signInWithCard,
  signInWithPictures,
} from '../services/sign-in.ts';
import { acceptInvitation } from '../services/staff/accept.ts';
import { SignInGuard } from '../services/sign-in-limits.ts';

/** Signing in and out, and staying signed in. */
export function sessionRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { keys, origin, required }: { keys: Keys; origin: string | null; required: RequiredOf },
): void {
  const { store, clock } = services;
  const cookies = cookieOptions(origin);
  const guard = new SignInGuard(clock);
  const signIn = { store, keys, guard };
  // Apart: no flood of unknown cards and addresses pushes out what a card's row was guessed at.
  const pictureSignIn = { store, keys, guard: new SignInGuard(clock) };
  const factor = { key: keys.factor, guard };

  const callerOf = (request: FastifyRequest): Caller => ({
    address: normalizeIP(request.ip),
    deviceMark: request.cookies[deviceCookie],
  });
  const accessOf = async (actor: SignedIn): Promise<string> =>
    signAccessToken(app, actor, await needsSecondFactor(store, required, actor));
  const give = async (reply: FastifyReply, { person, refreshToken, expiresAt }: OpenedSession) => {
    const isPupil = person.signedIn.role === 'pupil';
    setSessionCookies(reply, cookies, {
      access: await accessOf(person.signedIn),
      refresh: refreshToken,
      refreshSeconds: isPupil ? null : Math.floor((expiresAt.getTime() - clock().getTime()) / 1000),
    });
    return person.greeted;
  };
  const begin = async (reply: FastifyReply, person: Person) => {
    setDeviceCookie(reply, cookies, markDevice(keys.device, person.signedIn.id));
    return give(reply, await openSession(services, person));
  };
  /** Opens a session of somebody whose password was right, or asks for what else guards it. */
  const beginHalf = async (reply: FastifyReply, person: Person) => {
    const { id } = person.signedIn;
    if (!(await factorsOf(store, id)).hasSecondFactor) return begin(reply, person);
    reply.setCookie(halfCookie, signHalf(app, id), { ...cookies, maxAge: HALF_SECONDS });
    throw new Refusal('code-needed');
  };
  const lookAgain = async (reply: FastifyReply, actor: SignedIn) => {
    if (required !== 'offered') setAccessCookie(reply, cookies, await accessOf(actor));
  };

  serve(app, routes.signInWithCard, async ({ request, reply, body }) => {
    const card = await signInWithCard(signIn, callerOf(request), body.card);
    if (!card.asksForPictures) return begin(reply, card.person);
    const half = signHalfCard(app, card.digest);
    reply.setCookie(halfCardCookie, half, { ...cookies, maxAge: HALF_SECONDS });
    throw new Refusal('pictures-needed');
  });
  serve(app, routes.signInWithPictures, async ({ request, reply, body }) => {
    const digest = readHalfCard(app, request.cookies[halfCardCookie]);
    if (digest === null) throw new Refusal('session-ended');
    const person = await signInWithPictures(
      pictureSignIn,
      callerOf(request),
      digest,
      body.pictures,
    );
    reply.clearCookie(halfCardCookie, cookies);
    return begin(reply, person);
  });
  serve(app, routes.signInAsStaff, async ({ request, reply, body }) =>
    beginHalf(reply, await signInAsStaff(signIn, callerOf(request), body)),
  );
  serve(app, routes.signInWithCode, async ({ request, reply, body }) => {
    const staffId = readHalf(app, request.cookies[halfCookie]);
    if (staffId === null) throw new Refusal('session-ended');
    await useCode(services, factor, staffId, body.code);
    const person = await staffPerson(store, staffId);
    if (!person) throw new Refusal('session-ended');
    reply.clearCookie(halfCookie, cookies);
    return begin(reply, person);
  });
  securityRoutes(app, services, factor, { required, begin, lookAgain });
  passkeyRoutes(app, services, { signIn, factor, origin, cookies, callerOf, begin, lookAgain });
  // A link is as good as a password, and no better.
  serve(app, routes.acceptInvitation, async ({ reply, body }) =>
    beginHalf(reply, await acceptInvitation(services, body.token, body.password)),
  );
  serve(app, routes.refreshSession, async ({ request, reply }) => {
    const token = request.cookies[refreshCookie];
    if (!token) throw new Refusal('session-ended');
    try {
      return await give(reply, await renewSession(services, token));
    } catch (error) {
      if (error instanceof Refusal) clearSessionCookies(reply, cookies);
      throw error;
    }
  });
  serve(app, routes.signOut, async ({ request, reply }) => {
    clearSessionCookies(reply, cookies);
    const token = request.cookies[refreshCookie];
    if (token) await endSession(services, token);
    return { ended: true as const };
  });
  serve(app, routes.session, async ({ actor }) => {
    const person = await findPerson(
      store,
      'schoolId' in actor ? actor : { ...actor, schoolId: null },
    );
    if (!person) throw new Refusal('not-signed-in');
    return person.greeted;
  });
}
