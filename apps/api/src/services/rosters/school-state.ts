import { createHash } from 'node:crypto';
import { keyKinds, type PupilKeys, type SchoolClass, type SchoolPupil } from '@jalon/rosters';
import type { Store } from '@jalon/store';

/** A pupil as rosters are compared with, and by what ids the database knows their places. */
export type StatePupil = SchoolPupil & { readonly classId: string };
export type StateClass = SchoolClass & { readonly id: string };

/** A school as a roster is compared with. */
export interface SchoolState {
  pupils: StatePupil[];
  /** Those of the roster's school year that came with one: what a school makes by hand is its own. */
  classes: StateClass[];
  /** The same as long as nothing of it changes. */
  fingerprint: string;
}

/** Reads who is at a school, for a roster of a school year. */
export async function readSchoolState(
  { read }: Pick<Store, 'read'>,
  schoolId: string,
  schoolYear: string,
): Promise<SchoolState> {
  const [pupils, keys, groups, classes] = await Promise.all([
    read.roster.pupils(schoolId),
    read.roster.keys(schoolId),
    read.roster.rosterGroups({ schoolId, schoolYear }),
    read.roster.classes(schoolId),
  ]);
  const brought = classes.filter(({ origin }) => origin === 'roster');
  const keysOf = Map.groupBy(keys, ({ pupilId }) => pupilId);
  const groupsOf = Map.groupBy(groups, ({ pupilId }) => pupilId);
  const ofYear = brought.filter((one) => one.schoolYear === schoolYear);
  return {
    pupils: pupils.map(({ leftAt, ...pupil }) => ({
      ...pupil,
      keys: pupilKeys(keysOf.get(pupil.id) ?? []),
      groups: (groupsOf.get(pupil.id) ?? []).map(({ name }) => name),
      hasLeft: leftAt !== null,
    })),
    classes: ofYear.map(({ id, name, kind, yearGroup }) => ({ id, name, kind, yearGroup })),
    fingerprint: createHash('sha256')
      .update(JSON.stringify([pupils, keys, groups, brought]))
      .digest('base64url'),
  };
}

function pupilKeys(kept: readonly { kind: string; digest: string }[]): PupilKeys {
  const keys: PupilKeys = {};
  for (const { kind, digest } of kept) {
    const known = keyKinds.find((one) => one === kind);
    if (known) keys[known] = digest;
  }
  return keys;
}
