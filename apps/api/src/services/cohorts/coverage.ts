import type { CohortTable } from '@jalon/types';
import type { ServiceContext } from '../context.ts';
import { partFigures } from '../publications/figures.ts';
import { counted } from './rows.ts';
import type { CohortView } from './view.ts';

/** How many pupils of the place of a view have a result in each competence, hidden where few. */
export async function coverageOf(
  { store }: Pick<ServiceContext, 'store'>,
  { publication, place, yearGroup }: CohortView,
  competences: readonly string[],
): Promise<CohortTable['coverage']> {
  const rows =
    publication && place
      ? await store.read.publications.figuresOfPart({
          publicationIds: [publication.id],
          part: place.id,
        })
      : [];
  const totals = new Map(
    rows.map(({ competence, figures }) => {
      const row = partFigures.parse(figures).find((one) => one.yearGroup === yearGroup);
      return [competence, row?.total ?? null];
    }),
  );
  return competences.map((code) => ({ code, pupils: counted(totals.get(code) ?? null) }));
}
