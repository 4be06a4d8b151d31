import { RosterBuilder } from '../builder.ts';
import { schoolYearOf } from '../fields/dates.ts';
import { readIne } from '../fields/ine.ts';
import { isUai } from '../fields/uai.ts';
import { yearGroupOfGrade } from '../fields/year-groups.ts';
import { problem, UnreadableRoster } from '../problems.ts';
import type { ReadOptions } from '../read-options.ts';
import type { Roster } from '../roster.ts';
import { readCsv } from './csv.ts';
import { oneRosterFiles, type OneRosterFile, TableReader } from './oneroster-tables.ts';

const GONE = 'tobedeleted';

interface ClassRow {
  title: string;
  isHomeroom: boolean;
  schoolId: string;
}

interface UserRow {
  line: number;
  id: string;
  firstName: string;
  lastName: string;
  identifiers: string;
  grade: string;
  isGone: boolean;
}

/** Whether an archive's file is one of OneRoster's. */
export const isOneRosterFile = (name: string): name is OneRosterFile =>
  oneRosterFiles.some((known) => known === name);

/**
 * Reads the CSV files of a OneRoster 1.2 archive, and of 1.1, where the role stands in `users.csv`
 * (1EdTech, OneRoster 1.2 CSV binding). `texts` holds those of `oneRosterFiles` that were there.
 * Throws `UnreadableRoster`.
 */
export function readOneRoster(
  texts: ReadonlyMap<OneRosterFile, string>,
  { uai, today }: ReadOptions,
): Roster {
  const builder = new RosterBuilder({
    format: 'oneroster',
    today,
    needs: 'source-id',
    words: {
      birthDate: 'birthDate',
      leftOn: 'status',
      firstName: 'givenName',
      lastName: 'familyName',
      class: 'title',
    },
  });
  const tables = new TableReader(texts);
  const bulk = modesOf(texts.get('manifest.csv'));
  const school = findSchool(tables, uai, builder);
  const students = studentRoles(tables, school);
  const birthDates = new Map<string, string>();
  tables.each('demographics.csv', ['sourcedId'], (row) => {
    birthDates.set(row.get('sourcedId'), row.get('birthDate'));
  });
  const classes = readClasses(tables, school);
  const users = readUsers(tables, students, builder);
  const enrolled = readEnrolments(tables, { school, classes, users, today }, builder);
  const hasHomerooms = [...classes.values()].some(({ isHomeroom }) => isHomeroom);
  for (const user of users.values()) {
    const of = enrolled.get(user.id) ?? [];
    // Where no class is said to be a homeroom, the first one stands for it.
    const home = hasHomerooms ? of.find(({ isHomeroom }) => isHomeroom) : of[0];
    builder.take({
      line: user.line,
      file: 'users.csv',
      firstName: user.firstName,
      birthName: user.lastName,
      usedName: '',
      birthDate: birthDates.get(user.id) ?? '',
      ine: user.identifiers,
      sourceId: user.id,
      className: home?.title ?? '',
      groups: of.filter((one) => one !== home).map(({ title }) => title),
      yearGroup: yearGroupOfGrade(user.grade),
      leftOn: user.isGone ? today : '',
    });
  }
  return builder.finish({
    schoolYear: sessionYear(tables, today),
    isComplete: bulk.get('users') !== 'delta' && bulk.get('enrollments') !== 'delta',
  });
}

/** What the manifest says of each file: `bulk`, `delta` or `absent`. */
function modesOf(text: string | undefined): ReadonlyMap<string, string> {
  const modes = new Map<string, string>();
  if (text === undefined) return modes;
  readCsv(text, 'manifest.csv', ({ cells: [name, mode] }) => {
    if (name?.startsWith('file.')) modes.set(name.slice('file.'.length), mode ?? '');
  });
  return modes;
}

/** The id of the school that imports; `null` where the archive names only one, without its UAI. */
function findSchool(tables: TableReader, uai: string, builder: RosterBuilder): string | null {
  const schools: { id: string; line: number; identifier: string }[] = [];
  tables.each('orgs.csv', ['sourcedId', 'type'], (row) => {
    if (row.get('type').toLowerCase() !== 'school' || row.get('status') === GONE) return;
    schools.push({
      id: row.get('sourcedId'),
      line: row.line,
      identifier: row.get('identifier').toUpperCase(),
    });
  });
  const own = schools.find(({ identifier, id }) => [identifier, id.toUpperCase()].includes(uai));
  if (own) return own.id;
  const other = schools.find(({ identifier }) => isUai(identifier)) ?? schools[1];
  if (other) {
    const about = { found: other.identifier || other.id, expected: uai };
    throw new UnreadableRoster(problem('wrong-school', other.line, about, 'orgs.csv'));
  }
  builder.note(problem('school-unchecked', 1, {}, 'orgs.csv'));
  return null;
}

/** Who is a pupil at the school by `roles.csv` (1.2); `null` where `users.csv` says it (1.1). */
function studentRoles(tables: TableReader, school: string | null): ReadonlySet<string> | null {
  if (!tables.has('roles.csv')) return null;
  const students = new Set<string>();
  tables.each('roles.csv', ['userSourcedId', 'role'], (row) => {
    const isHere = school === null || row.get('orgSourcedId') === school;
    if (row.get('role').toLowerCase() !== 'student' || !isHere) return;
    if (row.get('status') !== GONE) students.add(row.get('userSourcedId'));
  });
  return students;
}

function readClasses(tables: TableReader, school: string | null): Map<string, ClassRow> {
  const classes = new Map<string, ClassRow>();
  tables.each('classes.csv', ['sourcedId', 'title'], (row) => {
    const schoolId = row.get('schoolSourcedId');
    if (row.get('status') === GONE || (school !== null && schoolId !== school)) return;
    classes.set(row.get('sourcedId'), {
      title: row.get('title'),
      isHomeroom: row.get('classType').toLowerCase() === 'homeroom',
      schoolId,
    });
  });
  return classes;
}

function readUsers(
  tables: TableReader,
  students: ReadonlySet<string> | null,
  builder: RosterBuilder,
): Map<string, UserRow> {
  const users = new Map<string, UserRow>();
  tables.each('users.csv', ['sourcedId', 'givenName', 'familyName'], (row) => {
    const id = row.get('sourcedId');
    const isStudent = students?.has(id) ?? row.get('role').toLowerCase() === 'student';
    if (!isStudent) return;
    if (id === '') {
      builder.note(problem('missing-id', row.line, { column: 'sourcedId' }, 'users.csv'));
      return;
    }
    const known = users.get(id);
    if (known) {
      const about = { name: `${row.get('givenName')} ${row.get('familyName')}` };
      const other = String(known.line);
      builder.note(problem('duplicate-id', row.line, { ...about, other }, 'users.csv'));
      return;
    }
    users.set(id, {
      line: row.line,
      id,
      firstName: row.get('givenName'),
      lastName: row.get('familyName'),
      identifiers: ineAmong(row.get('identifier'), row.get('userIds')),
      grade: row.get('grades').split(',')[0]?.trim() ?? '',
      isGone: row.get('status') === GONE,
    });
  });
  return users;
}

/** The INE among a user's identifiers, which may be of any kind; `''` where there is none. */
function ineAmong(identifier: string, userIds: string): string {
  const typed = /\{\s*INE\s*:\s*([^}]+)\}/i.exec(userIds)?.[1] ?? '';
  return readIne(typed) ?? readIne(identifier) ?? '';
}

function readEnrolments(
  tables: TableReader,
  known: {
    school: string | null;
    classes: ReadonlyMap<string, ClassRow>;
    users: ReadonlyMap<string, UserRow>;
    today: string;
  },
  builder: RosterBuilder,
): Map<string, ClassRow[]> {
  const enrolled = new Map<string, ClassRow[]>();
  tables.each('enrollments.csv', ['classSourcedId', 'userSourcedId', 'role'], (row) => {
    if (row.get('role').toLowerCase() !== 'student' || row.get('status') === GONE) return;
    if (known.school !== null && row.get('schoolSourcedId') !== known.school) return;
    const ends = row.get('endDate');
    if (ends !== '' && ends < known.today) return;
    const user = row.get('userSourcedId');
    const schoolClass = known.classes.get(row.get('classSourcedId'));
    if (!schoolClass || !known.users.has(user)) {
      const value = schoolClass ? user : row.get('classSourcedId');
      builder.note(problem('unknown-enrolment', row.line, { value }, 'enrollments.csv'));
      return;
    }
    const of = enrolled.get(user) ?? [];
    enrolled.set(user, row.get('primary') === 'true' ? [schoolClass, ...of] : [...of, schoolClass]);
  });
  return enrolled;
}

/** The school year of the sessions that the archive names: the one that begins last. */
function sessionYear(tables: TableReader, today: string): string | null {
  let last: string | null = null;
  tables.each('academicSessions.csv', ['startDate'], (row) => {
    const start = row.get('startDate').slice(0, 10);
    if (/^\d{4}-\d{2}-\d{2}$/.test(start) && start <= today && (last === null || start > last)) {
      last = start;
    }
  });
  return last === null ? null : schoolYearOf(last);
}
