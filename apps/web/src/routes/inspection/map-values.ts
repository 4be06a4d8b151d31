import type { CohortRow, CohortTable } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { type DepartmentValue, type Shade, shadeOf as shadeAmong } from './charts/departments.ts';
import { shareOf } from './counts.ts';
import { percentText } from './figures.ts';
import { queryOf } from './group-words.ts';
import type { Measure } from './measures.ts';
import { upperFrom } from './upper-level.ts';

/** The map's classes of shares: fixed, so that two maps can be compared. */
const BEGINS = [0.2, 0.4, 0.6, 0.8] as const;

/** The classes in words. */
export const mapClasses = (language: string): string[] =>
  [...BEGINS, 1].map((to, i) =>
    m.explorer_map_class({
      from: percentText(BEGINS[i - 1] ?? 0, language),
      to: percentText(to, language),
    }),
  );

/** Where a share is among the classes. */
export const shadeOf = (share: number): Shade => shadeAmong(share, BEGINS);

/** Which share of a row the map shows. */
function shareOfRow(row: CohortRow, measure: Measure, upper: number): number | null {
  if (measure === 'participation') return shareOf([row.total], row.enrolled)?.share ?? null;
  return row.standing?.atLeast[upper - 1]?.share ?? null;
}

/** What the map tells of each département; none where the rows are not départements. */
export function mapValues(
  table: CohortTable,
  measure: Measure,
  language: string,
): DepartmentValue[] {
  if (table.by !== 'department' || measure === 'progres' || measure === 'evolution') return [];
  const upper = upperFrom(table.levels);
  return table.rows.flatMap((row) => {
    const { group, yearGroup } = row;
    if (group === null || yearGroup !== table.yearGroup) return [];
    const share = shareOfRow(row, measure, upper);
    const place = table.narrower.find(
      ({ kind, code }) => kind === 'department' && code === group.code,
    );
    return [
      {
        code: group.code,
        label: m.explorer_map_value({
          name: group.name ?? group.code,
          share: share === null ? m.cohort_masked() : percentText(share, language),
        }),
        shade: share === null ? null : shadeOf(share),
        ...(place && { href: `/inspection?${queryOf(table, measure, place)}` as const }),
      },
    ];
  });
}
