import { type CohortBy, cohortBy, type CohortPlace, type CohortTable } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import type { Group } from './counts.ts';
import type { Measure } from './measures.ts';

/** What the rows of a table may be, in a word or two that stand after « par ». */
const bys: Readonly<Record<CohortBy, () => string>> = {
  academy: m.cohort_by_academy,
  department: m.cohort_by_department,
  district: m.cohort_by_district,
  school: m.cohort_by_school,
  type: m.cohort_by_type,
  sector: m.cohort_by_sector,
  priority: m.cohort_by_priority,
  setting: m.cohort_by_setting,
  size: m.cohort_by_size,
  like: m.explorer_by_like,
};

export const byWords = (by: CohortBy): string => bys[by]();

/** The groups that have no name of their own. */
const groups: Readonly<Record<string, () => string>> = {
  'type primary': m.cohort_type_primary,
  'type college': m.cohort_type_college,
  'type lycee': m.cohort_type_lycee,
  'type lycee-pro': m.cohort_type_lycee_pro,
  'type other': m.cohort_type_other,
  'sector public': m.cohort_sector_public,
  'sector private-contract': m.cohort_sector_private_contract,
  'sector private': m.cohort_sector_private,
  'priority none': m.cohort_priority_none,
  'priority rep': m.cohort_priority_rep,
  'priority rep-plus': m.cohort_priority_rep_plus,
  'setting dense': m.cohort_setting_dense,
  'setting intermediate': m.cohort_setting_intermediate,
  'setting rural': m.cohort_setting_rural,
  'size under-100': m.cohort_size_under_100,
  'size 100-299': m.cohort_size_100_299,
  'size 300-599': m.cohort_size_300_599,
  'size 600-more': m.cohort_size_600_more,
};

/** What a group is called. */
export function groupName(by: CohortBy, { code, name }: Group): string {
  if (name !== null) return name;
  if (by !== 'like') return groups[`${by} ${code}`]?.() ?? m.cohort_group_unknown();
  const [attribute = '', word = ''] = code.split(':');
  const { success, data: kind } = cohortBy.safeParse(attribute);
  const value = groups[`${attribute} ${word}`]?.() ?? m.cohort_group_unknown();
  return success ? m.explorer_like_same({ attribute: byWords(kind), value }) : value;
}

type Chosen = Pick<CohortTable, 'path' | 'by' | 'yearGroup' | 'madeAt' | 'days'> & {
  competence: { code: string };
  release: { version: string };
};

/** The day of the figures, where they are not the newest. */
export function chosenDay({ madeAt, days }: Pick<CohortTable, 'madeAt' | 'days'>): string {
  const day = madeAt?.slice(0, 10);
  return day === undefined || day === days[0] ? '' : day;
}

/** The part of the address that shows a table again, or the same of another place. */
export function queryOf(
  table: Chosen,
  measure: Measure,
  place: CohortPlace | undefined = table.path.at(-1),
): string {
  return new URLSearchParams({
    ...(place && { within: `${place.kind}:${place.code}` }),
    by: place === table.path.at(-1) ? table.by : '',
    mesure: measure === 'niveaux' ? '' : measure,
    annee: table.yearGroup ?? '',
    competence: table.competence.code,
    date: chosenDay(table),
    release: table.release.version,
  })
    .toString()
    .replace(/(?:by|mesure|annee|date)=&/g, '');
}
