import {
  describeTableProblem,
  type DirectorySchool,
  readDensity,
  readDirectory,
  type SchoolAttributes,
} from '@jalon/rosters/directory';
import type { Row, Store } from '@jalon/store';
import { academyOfDepartment } from './academies.ts';

/** What became of reading the national directory. */
export interface Described {
  /** Schools of which something else is kept now. */
  updated: number;
  /** Schools of which the same is kept as before. */
  unchanged: number;
  /** Schools here that the directory does not have. */
  missing: string[];
  /** What somebody should look at, a sentence each. */
  problems: string[];
  /** How many values no rule is known for. */
  unknown: number;
}

const SCHOOLS_A_PAGE = 500;
const SCHOOLS_A_BATCH = 100;

const attributes = [
  ...(['type', 'sector', 'priority', 'setting'] as const),
  ...(['enrolment', 'districtCode', 'districtName'] as const),
];

/** What a missing column leaves as it was. */
const columns: Readonly<Record<string, keyof SchoolAttributes>> = {
  Appartenance_Education_Prioritaire: 'priority',
  Nombre_d_eleves: 'enrolment',
  Code_commune: 'setting',
};

/**
 * Keeps what the national directory says of the schools that are here, and, where INSEE's grid is
 * given, how densely peopled their communes are. The same files again change nothing. Throws
 * `UnreadableTable`, before anything is kept.
 */
export async function describeSchools(
  store: Store,
  directory: AsyncIterable<Uint8Array>,
  density: AsyncIterable<Uint8Array> | null,
): Promise<Described> {
  const schools = await everySchool(store);
  const grid = density && (await readDensity(density));
  const uais = new Set(schools.map(({ uai }) => uai));
  const read = await readDirectory(directory, { uais, grid });
  const problems = [...(grid?.problems ?? []), ...read.problems];
  const unsaid = new Set([
    ...(grid === null ? (['setting'] as const) : []),
    ...problems.flatMap(({ code, column }) => {
      const attribute = code === 'missing-column' ? columns[column] : undefined;
      return attribute === undefined ? [] : [attribute];
    }),
  ]);
  const changes = schools.flatMap((school) => {
    const told = read.schools.get(school.uai);
    const set = told && changeOf(school, told, unsaid);
    return set ? [store.change.describeSchool(school.id, set)] : [];
  });
  for (let at = 0; at < changes.length; at += SCHOOLS_A_BATCH) {
    await store.write(...changes.slice(at, at + SCHOOLS_A_BATCH));
  }
  return {
    updated: changes.length,
    unchanged: read.schools.size - changes.length,
    missing: schools.flatMap(({ uai }) => (read.schools.has(uai) ? [] : [uai])),
    unknown: problems.filter(({ code }) => code === 'unknown-value').length,
    problems: [
      ...problems.map(describeTableProblem),
      ...schools.flatMap((school) => misplaced(school, read.schools.get(school.uai))),
    ],
  };
}

async function everySchool(store: Store): Promise<Row<'school'>[]> {
  const schools: Row<'school'>[] = [];
  for (;;) {
    const page = await store.read.rows.schools(schools.at(-1)?.id ?? null, SCHOOLS_A_PAGE);
    schools.push(...page);
    if (page.length < SCHOOLS_A_PAGE) return schools;
  }
}

/** What is to be kept of a school that is not yet; `null` where that is nothing. */
function changeOf(
  school: Row<'school'>,
  told: DirectorySchool,
  unsaid: ReadonlySet<keyof SchoolAttributes>,
): Partial<SchoolAttributes> | null {
  const said = attributes.filter((attribute) => !unsaid.has(attribute));
  if (said.every((attribute) => told[attribute] === school[attribute])) return null;
  return Object.fromEntries(said.map((attribute) => [attribute, told[attribute]]));
}

/** Where the directory has a school in another place than Jalon does. */
function misplaced(school: Row<'school'>, told: DirectorySchool | undefined): string[] {
  if (!told) return [];
  const academy = academyOfDepartment(school.department)?.code ?? '';
  const place = `Line ${told.line}, school ${school.uai}:`;
  return [
    ...(told.department !== '' && told.department !== school.department
      ? [`${place} it is in ${school.department} here, and in ${told.department} there.`]
      : []),
    ...(told.academy !== '' && told.academy !== academy
      ? [`${place} its académie is ${academy || 'none'} here, and ${told.academy} there.`]
      : []),
  ];
}
