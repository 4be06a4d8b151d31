import { z } from 'zod';
import { placeId, type Place, placesOf } from '../cohorts/places.ts';
import { cohortSchool } from '../cohorts/school.ts';
import type { Inspector } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { Refusal } from '../refusal.ts';
import { partFigures, type RowFigures } from './figures.ts';

type Reading = Pick<ServiceContext, 'store' | 'engines'>;

/** Figures that may be read, and the places that they are of. */
export interface Publication {
  id: string;
  releaseVersion: string;
  madeAt: Date;
  places: ReadonlyMap<string, Place>;
}

/** A publication that may be read, before its places are. */
export type Kept = Omit<Publication, 'places'>;

/** A country's places take some megabytes. */
const PUBLICATIONS_KEPT = 8;
const openOnes = new RecentlyUsed<string, ReadonlyMap<string, Place>>(PUBLICATIONS_KEPT);

/**
 * What an inspector reads, and all that is kept, newest first: the newest publication of the release that is asked for; else of the
 * newest under which something is told of the territory; else of the newest. With a day, the last
 * that was made by its end. `null` where nothing was published yet. Refuses with `not-found` where
 * there is no such release.
 */
export async function publicationFor(
  context: Reading,
  { territory }: Inspector,
  { release: asked, on }: { release?: string | undefined; on?: string | undefined },
): Promise<{ publication: Publication | null; kept: readonly Kept[] }> {
  const { store, engines } = context;
  if (asked !== undefined && !engines.versions.includes(asked)) throw new Refusal('not-found');
  const kept = await store.read.publications.all();
  const all = on === undefined ? kept : kept.filter(({ madeAt }) => dayOf(madeAt) <= on);
  const newest = engines.versions.flatMap(
    (version) => all.find(({ releaseVersion }) => releaseVersion === version) ?? [],
  );
  if (asked !== undefined) {
    const found = newest.find(({ releaseVersion }) => releaseVersion === asked);
    return { publication: found ? await open(context, found) : null, kept };
  }
  const own = placeId(territory.kind, territory.code);
  const rows = await store.read.publications.figuresOfPart({
    publicationIds: newest.map(({ id }) => id),
    part: own,
  });
  const tellsOfIt = new Set(
    rows.flatMap(({ publicationId, figures }) =>
      partFigures.parse(figures).some(({ total }) => total !== null) ? [publicationId] : [],
    ),
  );
  const chosen = newest.find(({ id }) => tellsOfIt.has(id)) ?? newest[0];
  return { publication: chosen ? await open(context, chosen) : null, kept };
}

/** The figures of some parts in one competence, by the names they are kept under. */
export async function readFigures(
  { store }: Pick<ServiceContext, 'store'>,
  { id }: Pick<Publication, 'id'>,
  competence: string,
  parts: readonly string[],
): Promise<ReadonlyMap<string, RowFigures[]>> {
  const rows = await store.read.publications.figures({ publicationId: id, competence, parts });
  return new Map(rows.map(({ part, figures }) => [part, partFigures.parse(figures)]));
}

/** The last publication of a release on each day of which one is kept, newest first, by the day. */
export function keptByDay(kept: readonly Kept[], release: string): Map<string, Kept> {
  const days = Map.groupBy(
    kept.filter(({ releaseVersion }) => releaseVersion === release),
    ({ madeAt }) => dayOf(madeAt),
  );
  return new Map([...days].flatMap(([day, [last]]) => (last ? [[day, last] as const] : [])));
}

/** By UTC, as publications are asked for. */
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

async function open(
  { store }: Reading,
  { id, releaseVersion, madeAt }: Kept,
): Promise<Publication> {
  const known = openOnes.get(id);
  if (known) return { id, releaseVersion, madeAt, places: known };
  const row = await store.read.publications.schools(id);
  const places = placesOf(z.array(cohortSchool).parse(row?.schools ?? []));
  openOnes.set(id, places);
  return { id, releaseVersion, madeAt, places };
}
