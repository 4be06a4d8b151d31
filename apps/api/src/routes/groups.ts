import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { serve } from '../serve.ts';
import type { ServiceContext } from '../services/context.ts';
import { changeGroup } from '../services/groups/change.ts';
import { endGroup } from '../services/groups/end.ts';
import { makeGroup } from '../services/groups/make.ts';
import { readGroup } from '../services/groups/read.ts';
import { readGroupPupils } from '../services/groups/taught.ts';

/** Groups that teachers make of their pupils. */
export function groupRoutes(app: FastifyInstance, services: ServiceContext): void {
  serve(app, routes.groupPupils, ({ actor }) => readGroupPupils(services, actor));
  serve(app, routes.makeGroup, ({ actor, body }) => makeGroup(services, actor, body));
  serve(app, routes.group, ({ actor, params }) => readGroup(services, actor, params.classId));
  serve(app, routes.changeGroup, ({ actor, params, body }) =>
    changeGroup(services, actor, params.classId, body),
  );
  serve(app, routes.endGroup, ({ actor, params }) => endGroup(services, actor, params.classId));
}
