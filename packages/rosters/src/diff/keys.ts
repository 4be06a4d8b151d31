import { comparable } from '../fields/names.ts';
import type { RosterFormat, RosterPupil, SetAside } from '../roster.ts';

/**
 * What a pupil can be known by again.
 * - `ine`: the national number
 * - `siecle`, `oneroster`, `template`: what that format knows the pupil by, within the school
 * - `civil`: names of birth and birth date together
 */
export type KeyKind = 'ine' | 'civil' | Exclude<RosterFormat, 'onde'>;

/** Keys of one pupil, one at most of each kind. Kept as digests: they are compared, never read. */
export type PupilKeys = Partial<Record<KeyKind, string>>;

/** Turns what a pupil is known by into what may be kept of it. */
export type KeyDigest = (kind: KeyKind, value: string) => string;

/** What a row of a format makes its pupil known by. */
export function keysOf(
  row: RosterPupil | SetAside,
  format: RosterFormat,
  digest: KeyDigest,
): PupilKeys {
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
