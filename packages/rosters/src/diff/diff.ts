import { noClass } from '../builder.ts';
import type { RosterClass } from '../roster.ts';
import { type KeyedPupil, type KeyedRoster, nameKey, type PupilKeys } from './keys.ts';
import { type Doubt, type KnownPupil, matchPupils } from './match.ts';

/** A pupil whom the school has, gone or not. */
export interface SchoolPupil extends KnownPupil {
  /** The class they are in, or were last. */
  className: string;
  /** That of the class. */
  schoolYear: string;
  yearGroup: string | null;
  /** Those that came with a roster: what a school makes by hand is its own. */
  groups: readonly string[];
  hasLeft: boolean;
}

/** A class or group that the school has in the year of the file. */
export interface SchoolClass {
  name: string;
  kind: RosterClass['kind'];
  yearGroup: string;
}

/** How one pupil will be after an import. */
export interface PupilAfter {
  line: number;
  firstName: string;
  lastName: string;
  className: string;
  yearGroup: string | null;
  /** `null` where the format names no groups: those that are there stay. */
  groups: readonly string[] | null;
  keys: PupilKeys;
}

/** What of a pupil changes. */
export type Change = 'class' | 'name' | 'year-group' | 'groups' | 'keys' | 'back';

export interface RosterDiff {
  schoolYear: string;
  newClasses: RosterClass[];
  /** Classes whose year group the file has differently. */
  changedClasses: RosterClass[];
  added: PupilAfter[];
  changed: { pupil: SchoolPupil; after: PupilAfter; what: Change[] }[];
  /** How many stay as they are. */
  same: number;
  /** Gone by the file's word, or because a complete file has them no more. */
  left: { pupil: SchoolPupil; line: number | null }[];
  /** Who they are, a person has to say; until then nothing happens to them. */
  doubtful: { after: PupilAfter; why: Doubt; candidates: SchoolPupil[] }[];
}

/** What a person said before the import. */
export interface Decisions {
  /** By the line of a doubtful row: the pupil it is, or `null` for somebody new. */
  readonly who: ReadonlyMap<number, string | null>;
  /** Whether whoever is not in a complete file has left. */
  readonly absentHaveLeft: boolean;
}

/**
 * What importing a roster would change at a school. Applied, and compared again, it gives nothing.
 */
export function diffRoster(
  roster: KeyedRoster,
  school: { pupils: readonly SchoolPupil[]; classes: readonly SchoolClass[] },
  given: { schoolYear: string; decisions: Decisions },
): RosterDiff {
  const { decisions, schoolYear } = given;
  const here = roster.pupils.filter(({ leftOn }) => leftOn === null);
  const gone = roster.pupils.filter(({ leftOn }) => leftOn !== null);

  const diff: RosterDiff = {
    schoolYear,
    ...classChanges(roster, here, school.classes),
    ...{ added: [], changed: [], same: 0, left: [], doubtful: [] },
  };
  // Whoever the file may mean, in whichever way, has not left by being absent from it.
  const meant = new Set<string>();
  for (const match of matchPupils(here, school.pupils, decisions.who)) {
    const after = afterOf(match.row, roster);
    if (match.kind === 'new') diff.added.push(after);
    else if (match.kind === 'doubtful') {
      for (const { id } of match.candidates) meant.add(id);
      diff.doubtful.push({ after, why: match.why, candidates: match.candidates });
    } else {
      const { pupil } = match;
      meant.add(pupil.id);
      const what = changesOf(pupil, after, schoolYear);
      if (what.length === 0) diff.same += 1;
      else diff.changed.push({ pupil, after, what });
    }
  }
  for (const match of matchPupils(gone, school.pupils)) {
    if (match.kind !== 'same' || meant.has(match.pupil.id)) continue;
    meant.add(match.pupil.id);
    if (!match.pupil.hasLeft) diff.left.push({ pupil: match.pupil, line: match.row.line });
  }
  if (roster.isComplete && decisions.absentHaveLeft) {
    const isAside = asideTest(roster);
    // Nor has a namesake of a row that nobody has said whose it is.
    const unsettled = new Set(diff.doubtful.map(({ after }) => nameKey(after)));
    for (const pupil of school.pupils) {
      if (pupil.hasLeft || meant.has(pupil.id)) continue;
      if (isAside(pupil) || unsettled.has(nameKey(pupil))) continue;
      diff.left.push({ pupil, line: null });
    }
  }
  return diff;
}

/** Whether a pupil may be the one of a row that was set aside. */
function asideTest(roster: KeyedRoster): (pupil: SchoolPupil) => boolean {
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const row of roster.setAside) {
    for (const [kind, key] of Object.entries(row.keys)) keys.add(`${kind} ${key}`);
    names.add(nameKey(row));
  }
  return (pupil) =>
    names.has(nameKey(pupil)) ||
    Object.entries(pupil.keys).some(([kind, key]) => keys.has(`${kind} ${key}`));
}

function classChanges(
  roster: KeyedRoster,
  here: readonly KeyedPupil[],
  known: readonly SchoolClass[],
): Pick<RosterDiff, 'newClasses' | 'changedClasses'> {
  const wanted: RosterClass[] = [
    ...roster.classes,
    ...(here.some(({ className }) => className === null)
      ? [{ name: noClass, kind: 'class' as const, yearGroup: null }]
      : []),
  ];
  const find = ({ name, kind }: RosterClass) =>
    known.find((one) => one.name === name && one.kind === kind);
  return {
    newClasses: wanted.filter((one) => !find(one)),
    changedClasses: wanted.filter((one) => {
      const there = find(one);
      return there && one.yearGroup !== null && there.yearGroup !== one.yearGroup;
    }),
  };
}

const afterOf = (row: KeyedPupil, { format }: KeyedRoster): PupilAfter => ({
  line: row.line,
  firstName: row.firstName,
  lastName: row.lastName,
  className: row.className ?? noClass,
  yearGroup: row.yearGroup,
  groups: format === 'onde' ? null : row.groups,
  keys: row.keys,
});

function changesOf(pupil: SchoolPupil, after: PupilAfter, schoolYear: string): Change[] {
  const what: Change[] = [];
  if (pupil.hasLeft) what.push('back');
  if (pupil.className !== after.className || pupil.schoolYear !== schoolYear) what.push('class');
  if (pupil.firstName !== after.firstName || pupil.lastName !== after.lastName) what.push('name');
  if (after.yearGroup !== null && pupil.yearGroup !== after.yearGroup) what.push('year-group');
  if (after.groups !== null && !areSame(pupil.groups, after.groups)) what.push('groups');
  const learns = Object.entries(after.keys).some(
    ([kind, key]) => Object.entries(pupil.keys).find(([known]) => known === kind)?.[1] !== key,
  );
  if (learns) what.push('keys');
  return what;
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n');
