import type { ClassGrowth, GrowthMeasure } from '@jalon/types';
import { BYTE_ORDER_MARK, csvLine } from '../cohorts/csv.ts';

const measureColumns = {
  fr: ['terminé le', 'niveau le plus probable', 'probabilité de ce niveau', 'version'],
  en: ['finished on', 'most probable level', 'probability of that level', 'release'],
} as const;

/** The columns, in words for whoever opens the file; see `docs/measurement.md` for what they mean. */
const columns = {
  fr: [
    ...['élève', 'compétence', 'intitulé'],
    ...measureColumns.fr.map((column) => `première mesure : ${column}`),
    ...measureColumns.fr.map((column) => `dernière mesure : ${column}`),
    ...['écart en logits', 'erreur type de l’écart', 'probabilité que la capacité ait augmenté'],
    'lecture',
  ],
  en: [
    ...['pupil', 'competence', 'name'],
    ...measureColumns.en.map((column) => `first measure: ${column}`),
    ...measureColumns.en.map((column) => `last measure: ${column}`),
    ...['change in logits', 'standard error of the change', 'probability that the ability rose'],
    'reading',
  ],
};

const readings = {
  fr: {
    ...{ rise: 'en progrès', fall: 'en baisse', unsure: 'pas de différence sûre' },
    ...{ once: 'mesuré une seule fois', never: 'pas encore mesuré' },
  },
  en: {
    ...{ rise: 'progress', fall: 'decline', unsure: 'no sure difference' },
    ...{ once: 'measured once only', never: 'not measured yet' },
  },
} as const;

const DECIMALS = 3;

/**
 * How a class changed, as a table: a line for each pupil and competence that was measured, which
 * says so where it was measured once. A pupil without any has one line, without a competence.
 */
export async function* growthCsv(
  { competences, pupils }: ClassGrowth,
  language: 'fr' | 'en',
): AsyncGenerator<string> {
  const words = readings[language];
  yield BYTE_ORDER_MARK + csvLine(columns[language]);
  const nameOf = new Map(competences.map(({ code, name }) => [code, name]));
  for (const { name, cells, once } of pupils) {
    if (cells.length + once.length === 0) yield csvLine([name, null, null, ...blanks, words.never]);
    for (const { competence, ...cell } of cells) {
      yield csvLine([
        ...[name, competence, nameOf.get(competence) ?? ''],
        ...[...measureCells(cell.first), ...measureCells(cell.last)],
        // As a number: the sign of a text would be taken for the beginning of a formula.
        Number(cell.difference.toFixed(DECIMALS)),
        cell.standardError.toFixed(DECIMALS),
        cell.probabilityOfRise.toFixed(DECIMALS),
        words[cell.direction],
      ]);
    }
    for (const code of once) {
      yield csvLine([name, code, nameOf.get(code) ?? '', ...blanks, words.once]);
    }
  }
}

const measureCells = ({ finishedAt, level, release }: GrowthMeasure) => [
  ...[finishedAt.slice(0, 10), level.level],
  level.probability.toFixed(DECIMALS),
  release,
];

/** Of a line that compares nothing: all between the competence and how it is read. */
const blanks = columns.fr.slice(3, -1).map(() => null);
