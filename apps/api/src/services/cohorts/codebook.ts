import { MINIMUM_CELL } from './counts.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { disclosureRule } from './rule.ts';

const rule = disclosureRule(MINIMUM_CELL);

/** Each column of the export: what it holds, in French and English. */
export const cohortColumns = [
  {
    name: 'release',
    type: 'text',
    fr: 'Version publiée du référentiel, de l’échelle et des exercices dont vient le résultat',
    en: 'Published release of framework, scale and items that the result comes from',
  },
  {
    name: 'territory',
    type: 'text',
    fr: 'Code du département du territoire',
    en: 'Code of the territory’s département',
  },
  {
    name: 'school_uai',
    type: 'text',
    fr: 'Numéro national (UAI) de l’établissement ; vide : tous les établissements du territoire',
    en: 'National number (UAI) of the school; empty: all schools of the territory',
  },
  {
    name: 'school_name',
    type: 'text',
    fr: 'Nom de l’établissement ; vide : tous',
    en: 'Name of the school; empty: all',
  },
  {
    name: 'year_group',
    type: 'text',
    fr: 'Niveau de classe (6e, 5e …) ; vide : tous',
    en: 'Year group (6e, 5e …); empty: all',
  },
  {
    name: 'competence',
    type: 'text',
    fr: 'Code de la compétence dans le CRCN, comme 1.1',
    en: 'Code of the competence in the CRCN, such as 1.1',
  },
  {
    name: 'level',
    type: 'integer',
    fr: 'Niveau le plus probable de l’élève, de 1 à 5 ; vide : tous les niveaux',
    en: 'The pupil’s most probable level, 1 to 5; empty: all levels',
  },
  {
    name: 'pupils',
    type: 'integer',
    fr: 'Nombre d’élèves ayant un résultat ; vide si le nombre est masqué',
    en: 'Number of pupils with a result; empty where the count is suppressed',
  },
  {
    name: 'status',
    type: 'text',
    fr: `published : nombre publié ; suppressed : nombre masqué. ${rule.fr}`,
    en: `published: count given; suppressed: count hidden. ${rule.en}`,
  },
] as const;

/** The codebook as CSV: one line a column of the export. */
export async function* codebookCsv(): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['column', 'type', 'description_fr', 'description_en']);
  for (const { name, type, fr, en } of cohortColumns) yield csvLine([name, type, fr, en]);
}
