import type { RosterDiff, SchoolClass, SchoolPupil } from '../diff/diff.ts';
import type { KeyDigest } from '../diff/keys.ts';

/** A school as a diff is compared with and applied to, in memory. */
export interface SchoolState {
  pupils: SchoolPupil[];
  classes: SchoolClass[];
}

export const noSchool: SchoolState = { pupils: [], classes: [] };
export const digest: KeyDigest = (kind, value) => `${kind}:${value}`;

/** The school after a diff: what the service does in the store. */
export function applied(school: SchoolState, diff: RosterDiff): SchoolState {
  const { schoolYear } = diff;
  const changed = new Map(diff.changed.map(({ pupil, after }) => [pupil.id, after]));
  const left = new Set(diff.left.map(({ pupil }) => pupil.id));
  const pupils = school.pupils.map((pupil): SchoolPupil => {
    const after = changed.get(pupil.id);
    if (left.has(pupil.id)) return { ...pupil, hasLeft: true };
    if (!after) return pupil;
    return {
      ...pupil,
      ...after,
      groups: after.groups ?? pupil.groups,
      yearGroup: after.yearGroup ?? pupil.yearGroup,
      keys: { ...pupil.keys, ...after.keys },
      schoolYear,
      hasLeft: false,
    };
  });
  const added = diff.added.map(({ line: _, ...after }, i): SchoolPupil => ({
    id: `p${school.pupils.length + i}`,
    ...after,
    groups: after.groups ?? [],
    schoolYear,
    hasLeft: false,
  }));
  const renamed = new Map(diff.changedClasses.map((one) => [`${one.kind} ${one.name}`, one]));
  return {
    pupils: [...pupils, ...added],
    classes: [
      ...school.classes.map((one) => ({
        ...one,
        yearGroup: renamed.get(`${one.kind} ${one.name}`)?.yearGroup ?? one.yearGroup,
      })),
      ...diff.newClasses.map((one) => ({ ...one, yearGroup: one.yearGroup ?? '?' })),
    ],
  };
}
