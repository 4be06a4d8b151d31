import { Conflict, type Statement, type Store } from '@jalon/store';
import type { SittingEvents } from '../sitting-events.ts';
import type { ErasedPupil, Ledger } from './ledger.ts';

/** What erasing needs. */
export interface RightsContext {
  store: Store;
  events: Pick<SittingEvents, 'announceChange'>;
  ledger: Ledger;
  clock: () => Date;
}

export type OnePupil = Pick<ErasedPupil, 'schoolId' | 'pupilId'>;

const MOST_TRIES = 5;

/**
 * Erases a pupil. It is written outside the database first: were the process to die in between, the
 * next start would do what was asked. Gives whether the pupil was there.
 */
export async function erasePupil(
  context: RightsContext,
  { schoolId, pupilId }: OnePupil,
  write?: (...batch: Statement[]) => Promise<void>,
): Promise<boolean> {
  const { store, ledger, clock } = context;
  if (!(await store.read.rights.pupil({ schoolId, pupilId }))) return false;
  const erased = { schoolId, pupilId, erasedAt: clock() };
  ledger.add(erased);
  return removePupil(context, erased, write);
}

/**
 * Removes all that the tables hold of a pupil, in one batch, which `write` may add to. Gives whether
 * the pupil was there.
 */
export async function removePupil(
  { store, events }: Pick<RightsContext, 'store' | 'events'>,
  erased: ErasedPupil,
  write: (...batch: Statement[]) => Promise<void> = store.write,
): Promise<boolean> {
  const { schoolId } = erased;
  const given = await store.read.assessments.ofPupil(erased);
  for (let tries = 1; ; tries += 1) {
    try {
      await write(...store.change.erasePupil(erased));
      break;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (!(await store.read.rights.pupil(erased))) return false;
      // The pupil began an attempt at that very moment: it goes too.
      if (tries === MOST_TRIES) throw error;
    }
  }
  for (const { assessment } of given) {
    events.announceChange({ schoolId, assessmentId: assessment.id });
  }
  return true;
}
