import type { Problem } from './problems.ts';

/** The files that a school's roster is read from. */
export const rosterFormats = ['siecle', 'onde', 'oneroster', 'template'] as const;
export type RosterFormat = (typeof rosterFormats)[number];

/** One pupil as a file names them. */
export interface RosterPupil {
  /** Where in the file they are, from 1. */
  line: number;
  firstName: string;
  /** The name that is used; the name of birth where no other is. */
  lastName: string;
  /** The name of birth, by which a person stays known. */
  birthName: string;
  /** `YYYY-MM-DD`; none where the format has none. */
  birthDate: string | null;
  /** Identifiant national élève, eleven characters. */
  ine: string | null;
  /** What the format itself knows the pupil by. */
  sourceId: string | null;
  className: string | null;
  /** Names of the groups they belong to besides the class. */
  groups: string[];
  yearGroup: string | null;
  /** The day they left, `YYYY-MM-DD`; none for whoever is there. */
  leftOn: string | null;
}

/** A class, or a group whose pupils are of several classes. */
export interface RosterClass {
  name: string;
  kind: 'class' | 'group';
  /** Of its pupils: such as `6e`, or `CE1-CE2`; none where the file does not say. */
  yearGroup: string | null;
}

/** What a file says of a school. */
export interface Roster {
  format: RosterFormat;
  /** Such as `2026-2027`; none where the file does not say. */
  schoolYear: string | null;
  /** Whether it names every pupil: whoever is not in it has left. */
  isComplete: boolean;
  pupils: RosterPupil[];
  classes: RosterClass[];
  /** Rows that could not be taken, with what of them could be read. */
  setAside: SetAside[];
  problems: Problem[];
}

/** A row that was not taken: enough of it to see that its pupil has not left. */
export type SetAside = Partial<
  Pick<RosterPupil, 'firstName' | 'lastName' | 'birthName' | 'birthDate' | 'ine' | 'sourceId'>
>;
