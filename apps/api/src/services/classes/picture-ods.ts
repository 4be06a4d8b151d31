import type { ClassPicture } from '@jalon/types';
import { odsFile } from '../spreadsheets/ods.ts';
import type { Sheet } from '../spreadsheets/spreadsheet.ts';
import { pictureColumns, pictureRows } from './picture-table.ts';

/**
 * A class picture as an OpenDocument spreadsheet: the table of `picture-table.ts`, and a second
 * sheet that says under which release the results are and how to read them.
 */
export async function* pictureOds(
  picture: ClassPicture,
  language: 'fr' | 'en',
): AsyncGenerator<Uint8Array> {
  const table: Sheet = {
    name: { fr: 'Résultats', en: 'Results' }[language],
    columns: pictureColumns(language),
    rows: pictureRows(picture),
  };
  yield odsFile([table, readingSheet(picture, language)], language);
}

function readingSheet(
  { class: schoolClass, release, levels }: ClassPicture,
  language: 'fr' | 'en',
): Sheet {
  const { headings, name, facts, columns } = words[language];
  const values = [
    ...[schoolClass.name, schoolClass.schoolYear, release.framework.toUpperCase()],
    ...[release.version, release.sha256],
  ];
  return {
    name,
    columns: [
      { heading: headings[0], type: 'text', width: 6 },
      { heading: headings[1], type: 'text', width: 16 },
    ],
    rows: [
      ...facts.map((fact, index) => [fact, values[index] ?? null]),
      ...columns.map(([column, meaning]) => [column, meaning.replace('{levels}', String(levels))]),
    ],
  };
}

const words = {
  fr: {
    name: 'Comment lire',
    headings: ['quoi', 'ce que cela veut dire'],
    facts: ['classe', 'année scolaire', 'référentiel', 'version', 'empreinte (SHA-256)'],
    columns: [
      [
        'une ligne',
        'Le dernier résultat d’un élève dans une compétence ; il vient d’une évaluation terminée, jamais d’un entraînement. Un élève sans résultat a une ligne vide.',
      ],
      [
        'niveau le plus probable',
        'Celui des {levels} niveaux qui a la plus grande probabilité. Ce n’est pas une note, et ce n’est pas certain.',
      ],
      [
        'probabilité de ce niveau',
        'Combien de chances sur 100 l’élève a d’être à ce niveau. Sous 60 %, on hésite entre deux niveaux.',
      ],
      [
        'probabilité de ce niveau ou d’un voisin',
        'Combien de chances sur 100 l’élève a d’être à un niveau de là au plus.',
      ],
      ['réponses', 'Combien de réponses l’élève a données dans cette évaluation.'],
      [
        'version',
        'Les questions et l’échelle du résultat. L’empreinte ci-dessus les désigne sans erreur possible.',
      ],
      [
        'relu depuis la version',
        'Le résultat vient d’une version antérieure et a été relu sur l’échelle de celle-ci.',
      ],
    ],
  },
  en: {
    name: 'How to read',
    headings: ['what', 'what it means'],
    facts: ['class', 'school year', 'framework', 'release', 'hash (SHA-256)'],
    columns: [
      [
        'a line',
        'A pupil’s last result in a competence; it comes from a finished assessment, never from practice. A pupil without a result has an empty line.',
      ],
      [
        'most probable level',
        'The one of the {levels} levels with the highest probability. It is not a mark, and it is not certain.',
      ],
      [
        'probability of that level',
        'How many chances out of 100 the pupil has of being at that level. Below 60%, two levels are in question.',
      ],
      [
        'probability of that level or a neighbour',
        'How many chances out of 100 the pupil has of being no more than one level away.',
      ],
      ['responses', 'How many responses the pupil gave in that assessment.'],
      ['release', 'The questions and the scale of the result. The hash above names them exactly.'],
      [
        're-read from release',
        'The result comes from an earlier release and was read again on the scale of this one.',
      ],
    ],
  },
} as const;
