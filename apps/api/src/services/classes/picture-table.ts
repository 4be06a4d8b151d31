import type { ClassPicture, PictureCell } from '@jalon/types';
import type { Column, Value } from '../spreadsheets/spreadsheet.ts';

type Language = 'fr' | 'en';

/** The columns, in words for whoever opens the file; see `docs/measurement.md` for what they mean. */
const columns: readonly (Omit<Column, 'heading'> & Record<Language, string>)[] = [
  { fr: 'élève', en: 'pupil', type: 'text', width: 5 },
  { fr: 'compétence', en: 'competence', type: 'text', width: 2.5 },
  { fr: 'intitulé', en: 'name', type: 'text', width: 7 },
  { fr: 'niveau le plus probable', en: 'most probable level', type: 'whole', width: 2.5 },
  {
    fr: 'probabilité de ce niveau',
    en: 'probability of that level',
    ...{ type: 'probability', width: 2.5 },
  },
  {
    fr: 'probabilité de ce niveau ou d’un voisin',
    en: 'probability of that level or a neighbour',
    ...{ type: 'probability', width: 3.5 },
  },
  { fr: 'réponses', en: 'responses', type: 'whole', width: 2.5 },
  { fr: 'terminé le', en: 'finished on', type: 'day', width: 2.5 },
  { fr: 'version', en: 'release', type: 'text', width: 2.5 },
  { fr: 'relu depuis la version', en: 're-read from release', type: 'text', width: 2.5 },
];

/** The columns of a class picture as a table. */
export const pictureColumns = (language: Language): Column[] =>
  columns.map(({ type, width, ...heading }) => ({ heading: heading[language], type, width }));

/**
 * The rows of a class picture as a table: one for each pupil and competence with a result, or with a
 * re-reading of one, which is marked. A pupil without any has one row, without a competence.
 */
export function pictureRows({ competences, pupils, release }: ClassPicture): Value[][] {
  const nameOf = new Map(competences.map(({ code, name }) => [code, name]));
  const row = (pupil: string, cell: PictureCell, from: string | null): Value[] => [
    ...[pupil, cell.competence, nameOf.get(cell.competence) ?? '', cell.level.level],
    ...[cell.level.probability, cell.level.withinOne],
    ...[cell.responses, cell.finishedAt.slice(0, 10), release.version, from],
  ];
  return pupils.flatMap(({ name, cells, rereadings }) => {
    if (cells.length + rereadings.length === 0) return [[name, ...blanks]];
    return [
      ...cells.map((cell) => row(name, cell, null)),
      ...rereadings.map((cell) => row(name, cell, cell.from)),
    ];
  });
}

const blanks = columns.slice(1).map(() => null);
