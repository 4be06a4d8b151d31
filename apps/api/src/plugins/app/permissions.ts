import type { Store } from '@jalon/store';
import {
  type Action,
  roles,
  type RouteContract,
  type Scope,
  scopeOf,
  type SubjectKind,
} from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SignedIn } from '../../services/actor.ts';
import { RecentlyUsed } from '../../services/recently-used.ts';
import { Refusal } from '../../services/refusal.ts';

type Reads = Store['read']['scopes'];
type Reach = Parameters<Reads['ownAttempt']>[0];
type Reaches = (reads: Reads, reach: Reach) => Promise<boolean>;

/** For each scope and kind of subject, the one query that says whether the subject is within it. */
const reaches: Record<Scope, Partial<Record<SubjectKind, Reaches>>> = {
  self: { attempt: (reads, reach) => reads.ownAttempt(reach) },
  'own-classes': {
    attempt: (reads, reach) => reads.taughtAttempt(reach),
    class: (reads, reach) => reads.taughtClass(reach),
    pupil: (reads, reach) => reads.taughtPupil(reach),
    assessment: (reads, reach) => reads.taughtAssessment(reach),
  },
  'own-school': {
    class: (reads, reach) => reads.schoolClass(reach),
    pupil: (reads, reach) => reads.schoolPupil(reach),
    roster: (reads, reach) => reads.schoolRoster(reach),
    staff: (reads, reach) => reads.schoolStaff(reach),
    invitation: (reads, reach) => reads.schoolInvitation(reach),
    transfer: (reads, reach) => reads.schoolTransfer(reach),
  },
  'own-territory': {},
  items: {},
};

/** As many as pupils may be at work at once before the question is asked of the store again. */
const OWN_SUBJECTS_KEPT = 12_000;

const ownerOf = ({ schoolId, actorId }: Reach): string => `${schoolId}/${actorId}`;

const pathParams = z.record(z.string(), z.string());

/**
 * Refuses, on every route of the contract, whoever the table of permissions does not let do its
 * action (401, 403), or who has to have a second factor first, before the body is read; and what lies out of the actor's reach (404, as if
 * it were not there), once the parameters are known to be well formed.
 */
export function enforcePermissions(app: FastifyInstance, store: Store): void {
  // Whose an attempt is never changes; whether it is still there, its service says.
  const own = new RecentlyUsed<string, string>(OWN_SUBJECTS_KEPT);
  app.addHook('preParsing', async ({ routeOptions, actor, needsFactor, isDashboard }) => {
    const { contract } = routeOptions.config;
    if (!contract) return;
    allowedScope(contract, actor);
    if (needsFactor && !isOpenBeforeFactor(contract)) throw new Refusal('factor-needed');
    if (isDashboard && !isOpenToDashboards(contract)) throw new Refusal('forbidden');
  });
  app.addHook('preHandler', async ({ routeOptions, actor, params }) => {
    const { contract } = routeOptions.config;
    if (!contract || contract.access === 'public' || actor === null) return;
    const { subject, param } = contract.access;
    const scope = allowedScope(contract, actor);
    if (subject === undefined || scope === null) return;
    const subjectId = pathParams.parse(params)[param];
    const within = reaches[scope][subject];
    if (!within || subjectId === undefined || actor.role === 'inspector') {
      throw new Refusal('not-found');
    }
    const reach = { actorId: actor.id, schoolId: actor.schoolId, subjectId };
    if (scope === 'self' && own.get(subjectId) === ownerOf(reach)) return;
    if (!(await within(store.read.scopes, reach))) throw new Refusal('not-found');
    if (scope === 'self') own.set(subjectId, ownerOf(reach));
  });
}

/** What leads to a second factor, for whoever has to have one. */
const beforeFactor: readonly Action[] = ['session:read', 'security:manage'];

const isOpenBeforeFactor = ({ access }: RouteContract): boolean =>
  access === 'public' || beforeFactor.includes(access.action);

/** What a key opens: counts, to read at once. */
const ofDashboards: readonly Action[] = ['cohort:read', 'cohort:export'];

const isOpenToDashboards = ({ method, access }: RouteContract): boolean =>
  access === 'public' || (method === 'GET' && ofDashboards.includes(access.action));

/** The scope in which the actor may call a route (`null` on a public one), or a refusal. */
function allowedScope(contract: RouteContract, actor: SignedIn | null): Scope | null {
  if (contract.access === 'public') return null;
  if (actor === null) throw new Refusal('not-signed-in');
  const scope = scopeOf(contract.access.action, actor.role);
  if (scope === null) throw new Refusal('forbidden');
  return scope;
}

/** What a table of routes asks for and no query can check, in sentences: checked at start. */
export function uncheckedReaches(table: Readonly<Record<string, RouteContract>>): string[] {
  return Object.entries(table).flatMap(([name, { access }]) => {
    if (access === 'public' || access.subject === undefined) return [];
    const { action, subject } = access;
    return roles.flatMap((role) => {
      const scope = scopeOf(action, role);
      return scope === null || reaches[scope][subject]
        ? []
        : [
            `Route ${name}: no query says whether a ${subject} is within ${scope} for the role ${role}.`,
          ];
    });
  });
}
