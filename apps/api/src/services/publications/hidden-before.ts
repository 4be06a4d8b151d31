import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import type { ServiceContext } from '../context.ts';
import { partFigures, type RowFigures } from './figures.ts';

const PARTS_A_PAGE = 1_000;

/** By what a row of a part is known. */
export const rowKey = (part: string, yearGroup: string | null): string => `${part} ${yearGroup}`;

/** What an earlier publication told of each row in one competence; nothing where there is none. */
export async function readBefore(
  { store }: Pick<ServiceContext, 'store'>,
  publicationId: string | null,
  competence: string,
): Promise<Map<string, RowFigures>> {
  const rows = new Map<string, RowFigures>();
  let after: string | null = null;
  while (publicationId !== null) {
    const page: { part: string; figures: unknown }[] = await store.read.publications.page({
      ...{ publicationId, competence, after, limit: PARTS_A_PAGE },
    });
    for (const { part, figures } of page) {
      for (const row of partFigures.parse(figures)) rows.set(rowKey(part, row.yearGroup), row);
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.part;
  }
  return rows;
}

/**
 * Whether what was hidden of a row then must be so still: so few pupils came or went since that
 * whoever knows them would learn what it held.
 */
export const isHeld = (before: RowFigures, pupils: number): boolean =>
  Math.abs(pupils - before.decidedAt) < MINIMUM_CELL;

/** Whether a count of a row was hidden: that at a level, or (`null`) the total. */
export const wasHidden = ({ total, levels }: RowFigures, level: string | null): boolean =>
  (level === null ? total : (levels[Number(level) - 1] ?? null)) === null;
