import type { CohortTable, ReleaseReference } from '@jalon/types';

/** What a package says of what it holds. */
export interface PackageAbout {
  release: ReleaseReference;
  /** What is counted, such as the département 69, and by which groups. */
  place: { kind: string; code: string; name: string };
  by: CohortTable['by'];
  /** When its figures were made. */
  asOf: Date;
  /** The rule of disclosure, in sentences. */
  rule: { fr: string; en: string };
}

/** What a package is called, for people. */
export const titleOf = ({ place, by, asOf }: PackageAbout): { fr: string; en: string } => {
  const day = asOf.toISOString().slice(0, 10);
  return {
    fr: `Compétences numériques des élèves : ${place.name}, effectifs par ${bys[by].fr}, ${day}`,
    en: `Pupils’ digital competence: ${place.name}, counts by ${bys[by].en}, ${day}`,
  };
};

const bys: Readonly<Record<CohortTable['by'], { fr: string; en: string }>> = {
  academy: { fr: 'académie', en: 'académie' },
  department: { fr: 'département', en: 'département' },
  district: { fr: 'circonscription ou bassin', en: 'district' },
  school: { fr: 'établissement', en: 'school' },
  type: { fr: 'type d’établissement', en: 'type of school' },
  sector: { fr: 'secteur', en: 'sector' },
  priority: { fr: 'éducation prioritaire', en: 'priority education' },
  setting: { fr: 'densité de la commune', en: 'density of the commune' },
  size: { fr: 'taille d’établissement', en: 'size of school' },
  like: { fr: 'établissements semblables', en: 'similar schools' },
};
