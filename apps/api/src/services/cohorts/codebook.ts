import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { MINIMUM_CELL } from './minimum-cell.ts';
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
    name: 'territory_kind',
    type: 'text',
    fr: 'Ce qu’est le territoire : country, academy, department, district (circonscription ou bassin) ou school',
    en: 'What the territory is: country, academy, department, district (circonscription or bassin) or school',
  },
  {
    name: 'territory',
    type: 'text',
    fr: 'Code du territoire : FR, de l’académie (10), du département (69), du district, ou UAI',
    en: 'Code of the territory: FR, of the académie (10), the département (69), the district, or UAI',
  },
  {
    name: 'by',
    type: 'text',
    fr: 'Ce que sont les groupes : academy, department, district, school, type, sector, priority, setting (densité de la commune) ou size (élèves de l’établissement)',
    en: 'What the groups are: academy, department, district, school, type, sector, priority, setting (density of the commune) or size (pupils of the school)',
  },
  {
    name: 'group',
    type: 'text',
    fr: 'Code du groupe : UAI d’un établissement, code d’un lieu, ou un mot tel que rep-plus ; unknown : non renseigné ; vide : tout le territoire',
    en: 'Code of the group: a school’s UAI, a place’s code, or a word such as rep-plus; unknown: not said; empty: the whole territory',
  },
  {
    name: 'group_name',
    type: 'text',
    fr: 'Nom de l’établissement ou du lieu ; vide pour les autres groupes',
    en: 'Name of the school or place; empty for other groups',
  },
  {
    name: 'department',
    type: 'text',
    fr: 'Code du département de l’établissement ; vide : plusieurs établissements',
    en: 'Code of the school’s département; empty: several schools',
  },
  {
    name: 'type',
    type: 'text',
    fr: 'Type de l’établissement : primary, college, lycee, lycee-pro, other ; vide : non renseigné, ou plusieurs établissements',
    en: 'Type of the school: primary, college, lycee, lycee-pro, other; empty: not said, or several schools',
  },
  {
    name: 'sector',
    type: 'text',
    fr: 'Secteur de l’établissement : public, private-contract (sous contrat), private (hors contrat) ; vide comme pour type',
    en: 'Sector of the school: public, private-contract (under contract), private (without); empty as for type',
  },
  {
    name: 'priority',
    type: 'text',
    fr: 'Éducation prioritaire : none, rep, rep-plus ; vide comme pour type',
    en: 'Priority education: none, rep, rep-plus; empty as for type',
  },
  {
    name: 'setting',
    type: 'text',
    fr: 'Densité de la commune (INSEE) : dense, intermediate, rural ; vide comme pour type',
    en: 'Density of the commune (INSEE): dense, intermediate, rural; empty as for type',
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
    fr: 'Nombre d’élèves ayant un résultat, arrondi au multiple de 5 le plus proche ; vide si le nombre est masqué',
    en: 'Number of pupils with a result, rounded to the nearest multiple of 5; empty where the count is suppressed',
  },
  {
    name: 'status',
    type: 'text',
    fr: `published : nombre publié ; suppressed : nombre masqué. ${rule.fr}`,
    en: `published: count given; suppressed: count hidden. ${rule.en}`,
  },
  {
    name: 'estimated_share',
    type: 'number',
    fr: 'Part des élèves à ce niveau, estimée d’après la moyenne et l’écart type du groupe, de 0 à 1 ; vide : tous les niveaux, ou masqué',
    en: 'Share of pupils at this level, estimated from the group’s mean and standard deviation, 0 to 1; empty: all levels, or hidden',
  },
  {
    name: 'estimated_share_se',
    type: 'number',
    fr: 'Erreur type de la part estimée',
    en: 'Standard error of the estimated share',
  },
  {
    name: 'enrolled',
    type: 'integer',
    fr: 'Élèves inscrits, avec ou sans résultat, arrondi comme pupils ; sur les lignes de tous les niveaux ; vide sous le minimum',
    en: 'Pupils enrolled, with a result or without, rounded as pupils is; on lines of all levels; empty under the minimum',
  },
  {
    name: 'mean',
    type: 'number',
    fr: 'Moyenne des capacités en logits, d’après les seules réponses des élèves ; sur les lignes de tous les niveaux ; vide si l’effectif est masqué',
    en: 'Mean ability in logits, by what pupils’ answers say alone; on lines of all levels; empty where the count is hidden',
  },
  {
    name: 'mean_se',
    type: 'number',
    fr: 'Erreur type de la moyenne : quels élèves étaient là, et la précision de chaque mesure',
    en: 'Standard error of the mean: which pupils were there, and how precisely each was measured',
  },
  {
    name: 'mean_measurement_se',
    type: 'number',
    fr: 'La part de mean_se qui vient de la seule mesure',
    en: 'The part of mean_se that comes from measuring alone',
  },
  {
    name: 'sd',
    type: 'number',
    fr: 'Écart type des capacités dans le groupe, en logits, sans ce que la mesure y ajoute',
    en: 'Standard deviation of abilities in the group, in logits, without what measuring adds',
  },
  {
    name: 'growth_pupils',
    type: 'integer',
    fr: 'Élèves mesurés deux fois dans l’année scolaire, à 30 jours d’écart ou plus, arrondi comme pupils ; vide si masqué',
    en: 'Pupils measured twice in the school year, 30 days apart or more, rounded as pupils is; empty where hidden',
  },
  {
    name: 'growth_mean',
    type: 'number',
    fr: 'Progrès moyen de ces élèves, en logits',
    en: 'Mean progress of these pupils, in logits',
  },
  {
    name: 'growth_mean_se',
    type: 'number',
    fr: 'Erreur type du progrès moyen',
    en: 'Standard error of the mean progress',
  },
] as const;

/** The codebook as CSV: one line a column of the export. */
export async function* codebookCsv(): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['column', 'type', 'description_fr', 'description_en']);
  for (const { name, type, fr, en } of cohortColumns) yield csvLine([name, type, fr, en]);
}
