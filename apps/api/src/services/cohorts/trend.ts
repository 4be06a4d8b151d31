import type { CohortMoment } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { partFigures } from '../publications/figures.ts';
import { counted } from './rows.ts';
import type { CohortView } from './view.ts';

/**
 * The place of a view in one competence as it was published, oldest first, the last of each day: the
 * same figures that were read then.
 */
export async function trendOf(
  { store }: Pick<ServiceContext, 'store'>,
  { publication, place, yearGroup }: CohortView,
  competence: string,
): Promise<CohortMoment[]> {
  if (publication === null || place === null) return [];
  const all = await store.read.publications.all();
  const newestFirst = all.filter((one) => one.releaseVersion === publication.releaseVersion);
  const days = Map.groupBy(newestFirst, ({ madeAt }) => madeAt.toISOString().slice(0, 10));
  const same = [...days.values()].flatMap(([last]) => last ?? []);
  const rows = await store.read.publications.figuresOfPart({
    publicationIds: same.map(({ id }) => id),
    part: place.id,
    competence,
  });
  const figuresOf = new Map(rows.map(({ publicationId, figures }) => [publicationId, figures]));
  return same.toReversed().flatMap(({ id, madeAt }) => {
    const row = partFigures
      .parse(figuresOf.get(id) ?? [])
      .find((one) => one.yearGroup === yearGroup);
    if (!row) return [];
    return [{ madeAt: madeAt.toISOString(), total: counted(row.total), standing: row.standing }];
  });
}
