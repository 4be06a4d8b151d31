import { routes } from '@jalon/types';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf, originOf } from '../requests.ts';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { Refusal } from '../services/refusal.ts';
import type { Ledger } from '../services/rights/ledger.ts';
import { readInvitation } from '../services/staff/accept.ts';
import { inviteStaff, sendPasswordLink, withdrawInvitation } from '../services/staff/invite.ts';
import { listStaff } from '../services/staff/list.ts';
import { dismissStaff, setClasses } from '../services/staff/members.ts';

/** Who works at a school, and how they come in. */
export function staffRoutes(
  app: FastifyInstance,
  services: ServiceContext,
  { ledger, origin, isDemo }: { ledger: Ledger; origin: string | null; isDemo: boolean },
): void {
  const partsOf = (request: FastifyRequest) => ({
    origin: originOf(request, origin),
    language: languageOf(request),
  });

  serve(app, routes.schoolStaff, ({ actor }) => listStaff(services, actor));
  serve(app, routes.inviteStaff, ({ actor, body, request }) =>
    inviteStaff(services, partsOf(request), actor, body),
  );
  serve(app, routes.withdrawInvitation, ({ params }) =>
    withdrawInvitation(services, params.invitationId),
  );
  serve(app, routes.setClasses, ({ actor, params, body }) =>
    setClasses(services, actor, params.staffId, body.classIds),
  );
  serve(app, routes.sendPasswordLink, ({ actor, params, request }) =>
    sendPasswordLink(services, partsOf(request), actor, params.staffId),
  );
  serve(app, routes.dismissStaff, ({ actor, params }) =>
    dismissStaff(services, ledger, actor, params.staffId),
  );
  serve(app, routes.readInvitation, ({ body }) => readInvitation(services, body.token));
  serve(app, routes.keptMail, () => {
    if (!isDemo) throw new Refusal('not-found');
    return [...services.mailer.kept()];
  });
}
