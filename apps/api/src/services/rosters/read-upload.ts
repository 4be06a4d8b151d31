import {
  describeProblem,
  keyRoster,
  type Language,
  problemGravity,
  type Problem,
  readRoster,
  schoolYearOf,
} from '@jalon/rosters';
import type { RosterProblem, RosterReading } from '@jalon/types';
import type { Administrator } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { KeptRoster } from './kept-roster.ts';
import { keyDigest } from './key-digest.ts';

/** What reading a roster needs besides the services. */
export interface RosterParts {
  /** Under which what pupils are known by is digested. */
  key: Buffer;
}

/**
 * Reads a file that an administrator brings, as its bytes come, and keeps what it says of pupils
 * until it is confirmed, for a day at most: in the place of what was brought before. Nothing of the
 * school changes. Whatever the file is, it says what of it cannot be taken.
 */
export async function readUpload(
  { store, clock, newId }: ServiceContext,
  { key }: RosterParts,
  actor: Administrator,
  file: AsyncIterable<Uint8Array>,
  language: Language,
): Promise<RosterReading> {
  const { schoolId } = actor;
  const school = await store.read.rows.schoolById(schoolId);
  if (!school) throw new Refusal('not-found');
  const now = clock();
  const today = now.toISOString().slice(0, 10);
  const { roster, problems } = await readRoster(file, { uai: school.uai, today, format: null });
  const told = problems.map((one) => toldProblem(one, language));
  const isPast = roster?.schoolYear != null && roster.schoolYear < schoolYearOf(today);
  if (!roster || isPast) {
    return {
      rosterId: null,
      problems: told.map((one) =>
        isPast && one.code === 'past-year' ? { ...one, gravity: 'file' } : one,
      ),
    };
  }
  const id = newId();
  const content: KeptRoster = { roster: keyRoster(roster, keyDigest(key)), problems: told };
  await store.write(
    store.change.forgetRosterDrafts(schoolId),
    store.change.addRosterDraft({ schoolId, id, staffId: actor.id, content, createdAt: now }),
  );
  return { rosterId: id, problems: told };
}

const toldProblem = (one: Problem, language: Language): RosterProblem => ({
  line: one.line,
  file: one.file,
  gravity: problemGravity[one.code],
  code: one.code,
  message: describeProblem(one, language),
});
