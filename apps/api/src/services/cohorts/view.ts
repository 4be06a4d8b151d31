import {
  type CohortBy,
  type CohortPlace,
  type CohortTable,
  type Territory,
  territoryKinds,
} from '@jalon/types';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { type Kept, type Publication, publicationFor } from '../publications/published.ts';
import { Refusal } from '../refusal.ts';
import { knowTerritory } from '../territories/territory.ts';
import { UNKNOWN } from './attributes.ts';
import { likePartsOf } from './like-schools.ts';
import { type Part, type Place, placeId } from './places.ts';

/** What an inspector asks to see of the territory. */
export interface ViewQuery {
  within?: string | undefined;
  by?: CohortBy | undefined;
  yearGroup?: string | undefined;
  release?: string | undefined;
  on?: string | undefined;
  /** To be taken away and not looked at: a country may be told school by school. */
  isExport?: boolean;
}

/** A part of the territory that is looked at, and the table that it is a part of. */
export interface CohortView {
  /** What was published; `null` where nothing was yet. */
  publication: Publication | null;
  /** Every publication that may be read, newest first. */
  kept: readonly Kept[];
  /** What is looked at; none where the territory has no school. */
  place: Place | null;
  by: CohortBy;
  parts: readonly Part[];
  /** In their order; none where the parts are not told by year group. */
  yearGroups: readonly string[];
  /** The one that alone is looked at; `null` for all. */
  yearGroup: string | null;
  /** What tells where one is, and where one may go. */
  about: Pick<
    CohortTable,
    'territory' | 'path' | 'narrower' | 'by' | 'groupings' | 'yearGroup' | 'yearGroups'
  >;
}

/** Year groups in the order of schooling; what is not one of them comes last, by name. */
const schooling = ['CE2', 'CM1', 'CM2', '6e', '5e', '4e', '3e', '2de', '1re', 'Tle'];

/** From the smallest. */
const ranks: readonly CohortPlace['kind'][] = ['school', ...territoryKinds];
const rankOf = (kind: CohortPlace['kind']): number => ranks.indexOf(kind);

/**
 * The part of an inspector's territory that is asked for; all of it where nothing is. Refuses with
 * `not-found` what is not within the territory: another's, a wider one, or none at all.
 */
export async function viewCohort(
  context: Pick<ServiceContext, 'store' | 'engines'>,
  actor: Inspector,
  { within, by, yearGroup, release, on, isExport = false }: ViewQuery,
): Promise<CohortView> {
  const { territory } = actor;
  const { publication, kept } = await publicationFor(context, actor, { release, on });
  const places: ReadonlyMap<string, Place> = publication?.places ?? new Map();
  const ownId = placeId(territory.kind, territory.code);
  const own = places.get(ownId) ?? null;
  const { name } = await knowTerritory(context.store, territory);
  if (own === null) {
    if (within !== undefined && within !== ownId) throw new Refusal('not-found');
    return { publication, kept, ...emptyView(territory, name) };
  }
  const place = within === undefined ? own : places.get(within);
  if (!place || !isWithin(place, own)) throw new Refusal('not-found');

  const groupings = groupingsOf(place);
  const isEverySchool = isExport && by === 'school' && place.kind === 'country';
  const chosen = isEverySchool ? by : groupings.find((one) => one === by);
  const shown = chosen ?? groupings[0] ?? 'school';
  const parts = isEverySchool ? everySchool(places) : partsBy(shown, place, own);
  const isByYear = parts.every(({ hasYearGroups }) => hasYearGroups);
  const yearGroups = isByYear ? yearGroupsOf(place) : [];
  // Where the place itself is not counted by year group, none can be looked at alone.
  const choosable = place.hasYearGroups ? yearGroups : [];
  // A part may lack a year group that the whole has: it is then shown in all of its own.
  const only = choosable.find((one) => one === yearGroup) ?? null;
  const path = pathTo(place, own, places).map(toPlace);
  return {
    ...{ publication, kept, place, by: shown },
    ...{ parts, yearGroups, yearGroup: only },
    about: {
      ...{ territory: place.group.name ?? place.group.code, path },
      ...{ narrower: narrowerOf(place, own, places), by: shown, groupings },
      ...{ yearGroup: only, yearGroups: choosable },
    },
  };
}

function emptyView({ kind, code }: Territory, name: string) {
  const about = {
    ...{ territory: name, path: [{ kind, code, name }], narrower: [], by: 'school' as const },
    ...{ groupings: ['school' as const], yearGroup: null, yearGroups: [] },
  };
  const none = { parts: [], yearGroups: [], yearGroup: null };
  return { place: null, by: 'school' as const, ...none, about };
}

/** Whether a place is the other or lies within it, and is not a wider one of the same schools. */
function isWithin(place: Place, own: Place): boolean {
  if (place.id === own.id) return true;
  return rankOf(place.kind) < rankOf(own.kind) && holds(own, place);
}

const holds = (outer: Part, inner: Part): boolean =>
  inner.schools.every((school) => outer.schools.includes(school));

/** What the rows of a place may be: not what is said of none of its schools. */
const groupingsOf = (place: Place): CohortBy[] => [
  ...[...place.partings].flatMap(([by, parts]) =>
    parts.some(({ group }) => group.code !== UNKNOWN) ? [by] : [],
  ),
  ...(place.kind === 'school' ? (['like'] as const) : []),
];

/** Each is told of in its département as well. */
const everySchool = (places: ReadonlyMap<string, Place>): Part[] =>
  [...places.values()].filter(({ kind }) => kind === 'school');

function partsBy(by: CohortBy, place: Place, own: Place): readonly Part[] {
  if (by === 'like') return likePartsOf(place, own);
  return place.kind === 'school' ? [] : (place.partings.get(by) ?? []);
}

/** From the territory down to a place: the académie and the département that are between. */
function pathTo(place: Place, own: Place, places: ReadonlyMap<string, Place>): Place[] {
  const between = [...places.values()].filter(
    ({ id, kind }) => kind !== 'district' && id !== own.id && id !== place.id,
  );
  const above = between.filter(
    (one) =>
      rankOf(one.kind) < rankOf(own.kind) &&
      rankOf(one.kind) > rankOf(place.kind) &&
      holds(one, place) &&
      holds(own, one),
  );
  above.sort((a, b) => rankOf(b.kind) - rankOf(a.kind));
  return place.id === own.id ? [own] : [own, ...above, place];
}

/** The places right below one: districts besides schools where there are any. */
function narrowerOf(
  place: Place,
  own: Place,
  places: ReadonlyMap<string, Place>,
): CohortTable['narrower'] {
  const kinds = (['academy', 'department', 'district', 'school'] as const).filter((kind) =>
    place.partings.has(kind),
  );
  const wanted = kinds.includes('department') ? kinds.filter((kind) => kind !== 'school') : kinds;
  if (place.kind === 'school') return [];
  return wanted.flatMap((kind) =>
    (place.partings.get(kind) ?? []).flatMap((part) => {
      const below = places.get(part.placeId ?? '');
      return below && below.id !== place.id && isWithin(below, own) && holds(place, below)
        ? [toPlace(below)]
        : [];
    }),
  );
}

const toPlace = ({ kind, group }: Place): CohortPlace => ({
  kind,
  code: group.code,
  name: group.name ?? group.code,
});

const yearGroupsOf = ({ schools }: Part): string[] =>
  [...new Set(schools.flatMap(({ yearGroups }) => yearGroups))].sort(bySchooling);

function bySchooling(a: string, b: string): number {
  const rank = (name: string) => {
    const index = schooling.indexOf(name);
    return index === -1 ? schooling.length : index;
  };
  return rank(a) - rank(b) || a.localeCompare(b, 'fr');
}
