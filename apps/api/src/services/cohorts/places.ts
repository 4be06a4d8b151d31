import { type CohortBy, type CohortGroup, type CohortPlace, COUNTRY } from '@jalon/types';
import { departmentName } from '../departments.ts';
import { academyOfDepartment } from '../territories/academies.ts';
import { countryName } from '../territories/territory.ts';
import { UNKNOWN, wordsOf } from './attributes.ts';
import type { CohortSchool } from './school.ts';

type Kind = CohortPlace['kind'];

/** Several schools that are counted as one: a place, or those of a place with something in common. */
export interface Part {
  id: string;
  group: CohortGroup;
  schools: readonly CohortSchool[];
  /** Whose place it is too, where it is one; a part of a place may be smaller than that. */
  placeId: string | null;
  /**
   * Whether it is counted by year group too. Districts and parts by attribute are not: there are so
   * many of them that most counts of a territory would have to be hidden.
   */
  hasYearGroups: boolean;
}

/** A place, and in what ways it is parted: each way holds every school of it once. */
export interface Place extends Part {
  kind: Kind;
  partings: ReadonlyMap<CohortBy, readonly Part[]>;
}

export const placeId = (kind: Kind, code: string): string => `${kind}:${code}`;

const kinds: readonly Kind[] = ['country', 'academy', 'department', 'district', 'school'];
const attributes = ['type', 'sector', 'priority', 'setting', 'size'] as const;

/** What the rows of a place of a kind may be; the first is what they are unless one asks. */
const partingsOf: Readonly<Record<Kind, readonly Parting[]>> = {
  country: ['academy', 'department', ...attributes],
  academy: ['department', 'district', 'school', ...attributes],
  department: ['school', 'district', ...attributes],
  district: ['school'],
  school: ['school'],
};

/** Which place of a kind a school is in; `null` where none is known. */
function placeOfSchool(school: CohortSchool, kind: Kind): CohortGroup | null {
  if (kind === 'country') return { code: COUNTRY, name: countryName };
  if (kind === 'school') return { code: school.uai, name: school.schoolName };
  const { department, districtCode, districtName } = school;
  if (kind === 'department') return { code: department, name: departmentName(department) };
  if (kind === 'academy') {
    const academy = academyOfDepartment(department);
    // A code that is none of a département stands for itself.
    return { code: academy?.code ?? department, name: academy?.name ?? department };
  }
  return districtCode === null ? null : { code: districtCode, name: districtName ?? districtCode };
}

const isCountedByYearGroup = (by: Parting | Kind): boolean =>
  ['country', 'academy', 'department', 'school'].includes(by);

/** What the schools of a place are parted by: all but what compares one with others. */
export type Parting = Exclude<CohortBy, 'like'>;

const isKind = (by: Parting): by is Parting & Kind => kinds.some((kind) => kind === by);

function groupOf(school: CohortSchool, by: Parting): CohortGroup {
  const group = isKind(by)
    ? placeOfSchool(school, by)
    : { code: wordsOf(by).of(school) ?? UNKNOWN, name: null };
  return group ?? { code: UNKNOWN, name: null };
}

/** Every place that schools are in, by its id, from the country down. */
export function placesOf(schools: readonly CohortSchool[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const kind of kinds) {
    const found = Map.groupBy(schools, (school) => placeOfSchool(school, kind)?.code ?? null);
    for (const [code, some] of found) {
      const [first] = some;
      const group = first ? placeOfSchool(first, kind) : null;
      if (code === null || group === null) continue;
      const id = placeId(kind, code);
      const partings = partingsOf[kind].map((by) => [by, partsOf(id, some, by)] as const);
      const hasYearGroups = isCountedByYearGroup(kind);
      const place = { id, kind, group, schools: some, placeId: id, hasYearGroups };
      places.set(id, { ...place, partings: new Map(partings) });
    }
  }
  return places;
}

/** A place's schools by what tells them apart; none known comes last. */
function partsOf(id: string, schools: readonly CohortSchool[], by: Parting): Part[] {
  const groups = Map.groupBy(schools, (school) => groupOf(school, by).code);
  const parts = [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const group = groupOf(first, by);
    const placeOf = isKind(by) && group.code !== UNKNOWN ? placeId(by, group.code) : null;
    return [
      {
        ...{ id: `${id}/${by}:${group.code}`, group, schools: some },
        ...{ placeId: placeOf, hasYearGroups: isCountedByYearGroup(by) },
      },
    ];
  });
  return parts.sort((a, b) => rankOf(by, a.group) - rankOf(by, b.group) || byName(a, b));
}

function rankOf(by: Parting, { code }: CohortGroup): number {
  if (code === UNKNOWN) return Number.MAX_SAFE_INTEGER;
  return isKind(by) ? 0 : wordsOf(by).words.indexOf(code);
}

const byName = (a: Part, b: Part): number =>
  (a.group.name ?? '').localeCompare(b.group.name ?? '', 'fr') ||
  (a.group.code < b.group.code ? -1 : 1);
