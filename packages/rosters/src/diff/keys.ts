import { comparable } from '../fields/names.ts';
import type { Roster, RosterFormat, RosterPupil, SetAside } from '../roster.ts';

/**
 * What a pupil can be known by again, strongest first.
 * - `ine`: the national number
 * - `siecle`, `oneroster`, `template`: what that format knows the pupil by, within the school
 * - `civil`: names of birth and birth date together
 */
export const keyKinds = ['ine', 'siecle', 'oneroster', 'template', 'civil'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Keys of one pupil, one at most of each kind. Kept as digests: they are compared, never read. */
export type PupilKeys = Partial<Record<KeyKind, string>>;

/** Turns what a pupil is known by into what may be kept of it. */
export type KeyDigest = (kind: KeyKind, value: string) => string;

/** A row as it may be kept: names to be shown, and digests of what it is known by. */
export interface KeyedPupil extends Pick<
  RosterPupil,
  'line' | 'firstName' | 'lastName' | 'className' | 'groups' | 'yearGroup' | 'leftOn'
> {
  keys: PupilKeys;
}

/** A row that was set aside, as it may be kept. */
export interface KeyedAside {
  firstName: string;
  lastName: string;
  keys: PupilKeys;
}

/** A roster without numbers and birth dates: what waits for a person to confirm it. */
export interface KeyedRoster extends Pick<
  Roster,
  'format' | 'schoolYear' | 'isComplete' | 'classes'
> {
  pupils: KeyedPupil[];
  setAside: KeyedAside[];
}

/** Takes from a roster all that need not be kept. */
export function keyRoster(roster: Roster, digest: KeyDigest): KeyedRoster {
  const { format, schoolYear, isComplete, classes } = roster;
  return {
    ...{ format, schoolYear, isComplete, classes },
    pupils: roster.pupils.map(
      ({ line, firstName, lastName, className, groups, yearGroup, leftOn, ...row }) => ({
        ...{ line, firstName, lastName, className, groups, yearGroup, leftOn },
        keys: keysOf({ firstName, lastName, ...row }, format, digest),
      }),
    ),
    setAside: roster.setAside.map(({ firstName = '', lastName = '', ...row }) => ({
      ...{ firstName, lastName },
      keys: keysOf({ firstName, lastName, ...row }, format, digest),
    })),
  };
}

/** What a row of a format makes its pupil known by. */
function keysOf(row: SetAside, format: RosterFormat, digest: KeyDigest): PupilKeys {
  const keys: PupilKeys = {};
  if (row.ine) keys.ine = digest('ine', row.ine);
  if (row.sourceId && format !== 'onde') keys[format] = digest(format, row.sourceId);
  if (row.birthDate && row.firstName && row.birthName) {
    const names = [row.birthName, row.firstName].map(comparable);
    keys.civil = digest('civil', [...names, row.birthDate].join('|'));
  }
  return keys;
}

/** Names as two people of one name share them. */
export const nameKey = (of: { firstName: string; lastName: string }): string =>
  `${comparable(of.lastName)}|${comparable(of.firstName)}`;
