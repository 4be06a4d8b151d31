import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refreshCookie } from '../plugins/app/session-cookies.ts';
import { serve } from '../serve.ts';
import type { SignedIn } from '../services/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import type { Person } from '../services/people.ts';
import type { RequiredOf } from '../services/security/factors.ts';
import { changePassword } from '../services/security/password.ts';
import {
  confirmFactor,
  endFactor,
  type FactorParts,
  offerFactor,
} from '../services/security/second-factor.ts';
import { endSessions, readSecurity } from '../services/security/sessions.ts';

/** What routes of an account's security share with those of sessions. */
interface SecurityParts {
  /** Of whom a second factor is required. */
  required: RequiredOf;
  /** Opens a session of somebody. */
  begin: (reply: FastifyReply, person: Person) => Promise<Person['greeted']>;
  /** Says in a session's token anew whether a second factor is missing. */
  lookAgain: (reply: FastifyReply, actor: SignedIn) => Promise<void>;
}

/** What guards the account of a member of staff. */
export function securityRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  factor: FactorParts,
  { required, begin, lookAgain }: SecurityParts,
): void {
  serve(app, routes.security, ({ actor, request }) =>
    readSecurity(services, actor, required, request.cookies[refreshCookie]),
  );
  serve(app, routes.beginFactor, ({ actor }) => offerFactor(services, actor));
  serve(app, routes.confirmFactor, async ({ actor, body, reply }) => {
    const confirmed = await confirmFactor(services, factor, actor, body);
    await lookAgain(reply, actor);
    return confirmed;
  });
  serve(app, routes.endFactor, async ({ actor, body, reply }) => {
    const ended = await endFactor(services, factor, actor, body.code);
    await lookAgain(reply, actor);
    return ended;
  });
  serve(app, routes.changePassword, async ({ actor, body, reply }) =>
    begin(reply, await changePassword(services, factor, actor, body)),
  );
  serve(app, routes.endSessions, ({ actor, body, request }) =>
    endSessions(services, actor, request.cookies[refreshCookie], body.session),
  );
}
