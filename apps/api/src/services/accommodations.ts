import type { Store } from '@jalon/store';
import {
  type Accommodation,
  accommodationList,
  type OwnAccommodations,
  type PupilAccommodations,
  type SayAccommodations,
} from '@jalon/types';
import type { Teacher } from './actor.ts';
import type { ServiceContext } from './context.ts';
import { Refusal } from './refusal.ts';

type Context = Pick<ServiceContext, 'store' | 'clock' | 'newId'>;

interface OnePupil {
  schoolId: string;
  pupilId: string;
}

/** How the product is to behave for a pupil otherwise than for all. */
export async function needsOf(
  store: Store,
  of: { schoolId: string; id: string },
): Promise<ReadonlySet<Accommodation>> {
  const own = await ownAccommodationsOf(store, { schoolId: of.schoolId, pupilId: of.id });
  return new Set(own?.measures);
}

/** What is adapted for a pupil, as the pupil reads it; `null` where as for all. */
export async function ownAccommodationsOf(
  store: Store,
  of: OnePupil,
): Promise<OwnAccommodations | null> {
  const row = await store.read.rights.accommodation(of);
  return (
    row && {
      measures: accommodationList.parse(row.measures),
      saidAt: row.saidAt.toISOString(),
      by: row.staffRole,
    }
  );
}

/** What is adapted for a pupil, for whoever teaches them: a look that is logged. Refuses with `not-found`. */
export async function readAccommodations(
  context: Context,
  actor: Teacher,
  pupilId: string,
): Promise<PupilAccommodations> {
  const { store } = context;
  const of = await known(store, { schoolId: actor.schoolId, pupilId });
  const row = await store.read.rights.accommodation(of);
  await store.write(logged(context, actor, pupilId, 'accommodation:read'));
  return {
    measures: accommodationList.parse(row?.measures ?? []),
    said: row && { at: row.saidAt.toISOString(), by: row.staffName },
  };
}

/**
 * Keeps what is adapted for a pupil from now on, in place of what was said before; nothing is as
 * for all. A sitting under way stays as it began. Refuses with `not-found`.
 */
export async function sayAccommodations(
  context: Context,
  actor: Teacher,
  pupilId: string,
  { measures }: SayAccommodations,
): Promise<{ kept: true }> {
  const { store, clock } = context;
  const of = await known(store, { schoolId: actor.schoolId, pupilId });
  await store.write(
    measures.length === 0
      ? store.change.forgetAccommodation(of)
      : store.change.putAccommodation({ ...of, measures, staffId: actor.id, saidAt: clock() }),
    logged(context, actor, pupilId, 'accommodation:say'),
  );
  return { kept: true };
}

async function known(store: Store, of: OnePupil): Promise<OnePupil> {
  if (!(await store.read.identity.pupilById(of))) throw new Refusal('not-found');
  return of;
}

function logged(
  { store, clock, newId }: Context,
  { id: actorId, schoolId }: Teacher,
  pupilId: string,
  action: 'accommodation:read' | 'accommodation:say',
) {
  return store.change.addAccess({ schoolId, id: newId(), actorId, pupilId, action, at: clock() });
}
