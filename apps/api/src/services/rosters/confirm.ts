import { diffRoster } from '@jalon/rosters';
import type { ConfirmRoster, RosterOutcome } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { refuseConflict } from '../refuse-conflict.ts';
import { changesOfRoster } from './changes-of-roster.ts';
import { openDraft } from './draft.ts';

/**
 * Imports a roster as its preview said, all of it or nothing. Refuses with `not-found`, with
 * `roster-moved` where the school is not as the preview saw it, and with `bad-request` where a
 * doubtful row is said to be somebody who is none of its candidates.
 */
export async function confirmRoster(
  context: ServiceContext,
  { schoolId }: Administrator,
  rosterId: string,
  said: ConfirmRoster,
): Promise<RosterOutcome> {
  const { store, clock } = context;
  const { roster, schoolYear, school } = await openDraft(context, schoolId, rosterId);
  if (said.fingerprint !== school.fingerprint) throw new Refusal('roster-moved');

  const { absentHaveLeft } = said;
  const asked = diffRoster(roster, school, {
    schoolYear,
    decisions: { who: new Map(), absentHaveLeft },
  });
  const candidates = new Map(
    asked.doubtful.map((one) => [one.after.line, new Set(one.candidates.map(({ id }) => id))]),
  );
  const isPossible = said.who.every(({ line, pupilId }) => {
    const of = candidates.get(line);
    return of !== undefined && (pupilId === null || of.has(pupilId));
  });
  if (!isPossible) throw new Refusal('bad-request');

  const who = new Map(said.who.map(({ line, pupilId }) => [line, pupilId]));
  const diff = diffRoster(roster, school, { schoolYear, decisions: { who, absentHaveLeft } });
  await refuseConflict(
    'roster-moved',
    store.write(
      store.change.takeRosterDraft({ schoolId, id: rosterId }),
      ...changesOfRoster(context, { schoolId, diff, school, now: clock() }),
    ),
  );
  return {
    added: diff.added.length,
    changed: diff.changed.length,
    left: diff.left.length,
    newClasses: diff.newClasses.length,
  };
}

/** Forgets a roster that waits. Refuses with `not-found`. */
export async function discardRoster(
  { store }: ServiceContext,
  { schoolId }: Administrator,
  rosterId: string,
): Promise<{ discarded: true }> {
  const take = store.change.takeRosterDraft({ schoolId, id: rosterId });
  await refuseConflict('not-found', store.write(take));
  return { discarded: true };
}
