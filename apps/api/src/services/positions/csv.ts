import type { ClassPositions } from '@jalon/types';
import { BYTE_ORDER_MARK, csvLine } from '../cohorts/csv.ts';

/**
 * Positions as a table to copy from: a line a pupil, a column a competence under the code of the
 * school report. The teacher's word where there is one, else what the rule proposes; empty where
 * there is neither, or where the pupil is not to be positioned.
 */
export async function* positionsCsv({
  competences,
  pupils,
}: ClassPositions): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['ELEVE', ...competences.map(({ lsu }) => lsu)]);
  for (const { name, positions } of pupils) {
    yield csvLine([
      name,
      ...positions.map(({ said, proposed }) => {
        const level = said ?? proposed?.level ?? 0;
        return level === 0 ? null : level;
      }),
    ]);
  }
}
