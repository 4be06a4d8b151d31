/** Year groups of French schools from the nursery school to the end of the lycée. */
export const yearGroups = [
  ...['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'],
  ...['6e', '5e', '4e', '3e', '2de', '1re', 'Tle', 'CAP'],
] as const;

const rank = new Map<string, number>(yearGroups.map((name, index) => [name, index]));

/**
 * The first three figures of a MEF (module élémentaire de formation) say the course of study; its
 * tenth, the year of it. From the ministry's base centrale des nomenclatures, table N_MEF.
 */
const byCourse: Readonly<Record<string, string>> = {
  ...{ '100': '6e', '101': '5e', '102': '4e', '103': '3e' },
  ...{ '200': '2de', '201': '1re', '202': 'Tle' },
  ...{ '240': 'CAP', '241': 'CAP', '242': 'CAP' },
};
const VOCATIONAL = '247';
const vocationalYears: Readonly<Record<string, string>> = { 1: '2de', 2: '1re', 3: 'Tle' };

/** The year group of a MEF code; `null` where it says none that we know. */
export function yearGroupOfMef(mef: string): string | null {
  if (!/^\d{10,11}$/.test(mef)) return null;
  const course = mef.slice(0, 3);
  if (course === VOCATIONAL) return vocationalYears[mef.charAt(9)] ?? null;
  return byCourse[course] ?? null;
}

const byWord = new Map<string, string>([
  ...yearGroups.map((name) => [name.toUpperCase(), name] as const),
  ...[3, 4, 5, 6].flatMap((n) => [
    [`${n}EME`, `${n}e`] as const,
    [`${n}ÈME`, `${n}e`] as const,
    [`${n}È`, `${n}e`] as const,
  ]),
  ...(['2ND', '2NDE', '2NDGT', 'SECONDE'] as const).map((word) => [word, '2de'] as const),
  ...(['1ERE', '1ÈRE', 'PREMIERE', 'PREMIÈRE'] as const).map((word) => [word, '1re'] as const),
  ...(['TERM', 'TERMINALE', 'TALE'] as const).map((word) => [word, 'Tle'] as const),
]);

/** A year group as it is typed (`CE2`, `6EME`, `Seconde`); `null` where it is none. */
export const readYearGroup = (text: string): string | null =>
  byWord.get(text.toUpperCase().replace(/\s/gu, '')) ?? null;

/** Grades of OneRoster as schools abroad count them (1 is CP): year groups by their rank. */
const FIRST_GRADE = yearGroups.indexOf('CP');

/** The year group of a OneRoster grade: a French word, or a number from `01` (CP) to `12`. */
export function yearGroupOfGrade(grade: string): string | null {
  const named = readYearGroup(grade);
  if (named !== null) return named;
  if (!/^0?[1-9]$|^1[0-2]$/.test(grade)) return null;
  return yearGroups[FIRST_GRADE + Number(grade) - 1] ?? null;
}

/** The year group of a class whose pupils are of these: `CE1-CE2`, in the order of school. */
export function joinYearGroups(of: Iterable<string>): string | null {
  const distinct = [...new Set(of)].sort((a, b) => (rank.get(a) ?? 99) - (rank.get(b) ?? 99));
  return distinct.length === 0 ? null : distinct.join('-');
}
