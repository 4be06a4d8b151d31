import type { CohortMoment } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { partFigures } from '../publications/figures.ts';
import { keptByDay } from '../publications/published.ts';
import { counted } from './rows.ts';
import type { CohortView } from './view.ts';

/**
 * The place of a view in one competence as it was published, oldest first, the last of each day: the
 * same figures that were read then.
 */
export async function trendOf(
  { store }: Pick<ServiceContext, 'store'>,
  { publication, kept, place, yearGroup }: CohortView,
  competence: string,
): Promise<CohortMoment[]> {
  if (publication === null || place === null) return [];
  const nights = [...keptByDay(kept, publication.releaseVersion).values()];
  const rows = await store.read.publications.figuresOfPart({
    publicationIds: nights.map(({ id }) => id),
    part: place.id,
    competence,
  });
  const figuresOf = new Map(rows.map(({ publicationId, figures }) => [publicationId, figures]));
  return nights.toReversed().flatMap(({ id, madeAt }) => {
    const row = partFigures
      .parse(figuresOf.get(id) ?? [])
      .find((one) => one.yearGroup === yearGroup);
    if (!row) return [];
    return [{ madeAt: madeAt.toISOString(), total: counted(row.total), standing: row.standing }];
  });
}
