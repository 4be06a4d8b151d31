import type { CohortRow, CohortTable } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { groupName } from './group-words.ts';

/** A row of the whole, and of each part that is compared with it. */
export interface ToldRow {
  label: string;
  row: CohortRow;
}

/** What is looked at as a whole, and its parts: groups, or the year groups of a single school. */
export function toldRows(table: CohortTable): { whole: CohortRow | null; parts: ToldRow[] } {
  const { rows, yearGroup, by } = table;
  const whole = rows.find((row) => row.group === null && row.yearGroup === yearGroup) ?? null;
  const groups = rows.flatMap((row) =>
    row.group !== null && row.yearGroup === yearGroup
      ? [{ label: groupName(by, row.group), row }]
      : [],
  );
  if (groups.length > 0) return { whole, parts: groups };
  return {
    whole,
    parts: rows.flatMap((row) =>
      row.group === null && row.yearGroup !== null ? [{ label: row.yearGroup, row }] : [],
    ),
  };
}

/** As many groups as a picture shows; the table shows all of them. */
export const MOST_IN_A_PICTURE = 40;

/** What the whole is called beside its parts. */
export const wholeName = (table: CohortTable): string =>
  table.path.at(-1)?.kind === 'school' ? m.cohort_whole_school() : table.territory;

/** The whole, by its name, and then its parts. */
export const wholeFirst = (
  table: CohortTable,
  { whole, parts }: ReturnType<typeof toldRows>,
): ToldRow[] => [...(whole ? [{ label: wholeName(table), row: whole }] : []), ...parts];
