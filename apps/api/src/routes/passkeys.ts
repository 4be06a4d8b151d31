import type { CookieSerializeOptions } from '@fastify/cookie';
import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Purpose, readChallenge, signChallenge } from '../plugins/app/passkey-challenge.ts';
import { challengeCookie } from '../plugins/app/session-cookies.ts';
import { originOf } from '../requests.ts';
import { serve } from '../serve.ts';
import type { SignedIn } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import type { Person } from '../services/people.ts';
import { Refusal } from '../services/refusal.ts';
import { signInWithPasskey } from '../services/security/passkey-sign-in.ts';
import {
  addPasskey,
  beginPasskey,
  CHALLENGE_SECONDS,
  removePasskey,
  requestPasskey,
} from '../services/security/passkeys.ts';
import type { FactorParts } from '../services/security/second-factor.ts';
import type { Challenge, Site } from '../services/security/verify-passkey.ts';
import type { Caller, SignInContext } from '../services/sign-in.ts';

/** What routes of passkeys share with those of sessions. */
export interface PasskeyParts {
  signIn: SignInContext;
  factor: FactorParts;
  origin: string | null;
  cookies: CookieSerializeOptions;
  callerOf: (request: FastifyRequest) => Caller;
  /** Opens a session of somebody. */
  begin: (reply: FastifyReply, person: Person) => Promise<Person['greeted']>;
  /** Says in a session's token anew whether a second factor is missing. */
  lookAgain: (reply: FastifyReply, actor: SignedIn) => Promise<void>;
}

/** Passkeys of members of staff: signing in with one, adding and removing one's own. */
export function passkeyRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { signIn, factor, origin, cookies, callerOf, begin, lookAgain }: PasskeyParts,
): void {
  const { clock } = services;
  const siteOf = (request: FastifyRequest): Site => {
    const address = originOf(request, origin);
    return { origin: address, rpId: new URL(address).hostname };
  };
  const remember = (reply: FastifyReply, purpose: Purpose, challenge: string) => {
    const token = signChallenge(app, purpose, { challenge, at: clock() });
    reply.setCookie(challengeCookie, token, { ...cookies, maxAge: CHALLENGE_SECONDS });
  };
  /** The challenge that is answered, which the browser then forgets. */
  const answered = (request: FastifyRequest, reply: FastifyReply, purpose: Purpose): Challenge => {
    const challenge = readChallenge(app, purpose, request.cookies[challengeCookie]);
    reply.clearCookie(challengeCookie, cookies);
    if (!challenge) throw new Refusal('passkey-expired');
    return challenge;
  };

  serve(app, routes.beginPasskeySignIn, ({ request, reply }) => {
    const asked = requestPasskey(siteOf(request));
    remember(reply, 'sign-in', asked.challenge);
    return asked;
  });
  serve(app, routes.signInWithPasskey, async ({ request, reply, body }) => {
    const challenge = answered(request, reply, 'sign-in');
    return begin(
      reply,
      await signInWithPasskey(
        { ...signIn, clock },
        callerOf(request),
        siteOf(request),
        challenge,
        body.credential,
      ),
    );
  });
  serve(app, routes.beginPasskey, async ({ actor, request, reply, body }) => {
    const site = siteOf(request);
    const asked = await beginPasskey(services, factor, actor, site, body.password);
    remember(reply, `add ${actor.id}`, asked.challenge);
    return asked;
  });
  serve(app, routes.addPasskey, async ({ actor, request, reply, body }) => {
    const challenge = answered(request, reply, `add ${actor.id}`);
    const added = await addPasskey(services, factor, actor, siteOf(request), challenge, body);
    await lookAgain(reply, actor);
    return added;
  });
  serve(app, routes.removePasskey, async ({ actor, reply, body }) => {
    const removed = await removePasskey(services, actor, body.passkey);
    await lookAgain(reply, actor);
    return removed;
  });
}
