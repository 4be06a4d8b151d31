import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refreshCookie } from '../plugins/app/session-cookies.ts';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import type { Person } from '../services/people.ts';
import { changePassword } from '../services/security/password.ts';
import {
  confirmFactor,
  endFactor,
  type FactorParts,
  offerFactor,
} from '../services/security/second-factor.ts';
import { endSessions, readSecurity } from '../services/security/sessions.ts';

/** What guards the account of a member of staff; `begin` opens a session of theirs. */
export function securityRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  factor: FactorParts,
  begin: (reply: FastifyReply, person: Person) => Promise<Person['greeted']>,
): void {
  serve(app, routes.security, ({ actor, request }) =>
    readSecurity(services, actor, request.cookies[refreshCookie]),
  );
  serve(app, routes.beginFactor, ({ actor }) => offerFactor(services, actor));
  serve(app, routes.confirmFactor, ({ actor, body }) =>
    confirmFactor(services, factor, actor, body),
  );
  serve(app, routes.endFactor, ({ actor, body }) => endFactor(services, factor, actor, body.code));
  serve(app, routes.changePassword, async ({ actor, body, reply }) =>
    begin(reply, await changePassword(services, factor, actor, body)),
  );
  serve(app, routes.endSessions, ({ actor, body, request }) =>
    endSessions(services, actor, request.cookies[refreshCookie], body.session),
  );
}
