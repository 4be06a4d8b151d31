import type { ClassPicture, PictureCell } from '@jalon/types';
import { BYTE_ORDER_MARK, csvLine } from '../cohorts/csv.ts';

/** The columns, in words for whoever opens the file; see `docs/measurement.md` for what they mean. */
const columns = {
  fr: [
    ...['élève', 'compétence', 'intitulé', 'niveau le plus probable', 'probabilité de ce niveau'],
    ...['probabilité de ce niveau ou d’un voisin', 'réponses', 'terminé le', 'version'],
    'relu depuis la version',
  ],
  en: [
    ...['pupil', 'competence', 'name', 'most probable level', 'probability of that level'],
    ...['probability of that level or a neighbour', 'responses', 'finished on', 'release'],
    're-read from release',
  ],
} as const;

const DECIMALS = 3;

/**
 * A class picture as a table: a line for each pupil and competence with a result, or with a
 * re-reading of one, which is marked. A pupil without any has one line, without a competence.
 */
export async function* pictureCsv(
  picture: ClassPicture,
  language: 'fr' | 'en',
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns[language]);
  const nameOf = new Map(picture.competences.map(({ code, name }) => [code, name]));
  const line = (pupil: string, cell: PictureCell, from: string | null): string =>
    csvLine([
      ...[pupil, cell.competence, nameOf.get(cell.competence) ?? '', cell.level.level],
      cell.level.probability.toFixed(DECIMALS),
      cell.level.withinOne.toFixed(DECIMALS),
      ...[cell.responses, cell.finishedAt.slice(0, 10), picture.release.version, from],
    ]);
  for (const { name, cells, rereadings } of picture.pupils) {
    if (cells.length + rereadings.length === 0) yield csvLine([name, ...blanks]);
    for (const cell of cells) yield line(name, cell, null);
    for (const cell of rereadings) yield line(name, cell, cell.from);
  }
}

const blanks = columns.fr.slice(1).map(() => null);
