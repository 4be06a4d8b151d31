import type { CohortRow, CohortTable, ProtectedCount } from '@jalon/types';
import { type Share, shareOfCounts } from '@jalon/types/shares';

export type Group = NonNullable<CohortRow['group']>;
export type Level = CohortTable['levels'][number];

/** Levels next to each other that bear the same name. */
export interface Band {
  name: string;
  levels: number[];
}

/** The rows of one group, or with `null` those over the whole place. */
export interface GroupRows {
  group: Group | null;
  rows: CohortRow[];
}

/** The count where it may be shown. */
export const shownPupils = (count: ProtectedCount): number | null =>
  count.status === 'published' ? count.pupils : null;

/** Whether any count of a row may be shown. */
export const showsSomething = ({ total, levels }: CohortRow): boolean =>
  [total, ...levels].some((count) => shownPupils(count) !== null);

/** The part of a total that some counts are together; `null` unless all are shown. */
export function shareOf(counts: readonly ProtectedCount[], total: ProtectedCount): Share | null {
  const parts = counts.map(shownPupils).filter((pupils) => pupils !== null);
  const whole = shownPupils(total);
  if (parts.length < counts.length || whole === null) return null;
  return shareOfCounts(
    parts.reduce((sum, part) => sum + part, 0),
    whole,
  );
}

/** The share of each level to draw, lowest first, 1 in all; `null` unless every level is shown. */
export function sharesOf({ levels }: CohortRow): number[] | null {
  const shown = levels.map(shownPupils).filter((pupils) => pupils !== null);
  const all = shown.reduce((sum, pupils) => sum + pupils, 0);
  if (shown.length < levels.length || all === 0) return null;
  const shares = shown.map((pupils) => shareOfCounts(pupils, all)?.share ?? 0);
  const together = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / together);
}

/** The levels by the name they share. */
export function bandsOf(levels: readonly Level[]): Band[] {
  const bands: Band[] = [];
  for (const { level, band } of levels) {
    const last = bands.at(-1);
    if (last?.name === band) last.levels.push(level);
    else bands.push({ name: band, levels: [level] });
  }
  return bands;
}

/** What may be told of a row: shares of its total, and the levels that are hidden. */
export interface Told {
  /** Whole bands where all of their levels are shown, else the levels one by one. */
  parts: { band: string; levels: number[]; share: Share }[];
  hidden: number[];
}

/** Tells what shares a row shows, by band wherever that can be. */
export function tell(row: CohortRow, levels: readonly Level[]): Told {
  const counts = new Map(levels.map(({ level }, index) => [level, row.levels[index]]));
  const shareOfAll = (some: readonly number[]) => {
    const those = some.map((level) => counts.get(level)).filter((count) => count !== undefined);
    return those.length < some.length ? null : shareOf(those, row.total);
  };
  const isHidden = (level: number) => shareOfAll([level]) === null;
  return {
    parts: bandsOf(levels).flatMap(({ name, levels: some }) => {
      const groups = some.some(isHidden) ? some.map((level) => [level]) : [some];
      return groups.flatMap((group) => {
        const share = shareOfAll(group);
        return share === null ? [] : [{ band: name, levels: group, share }];
      });
    }),
    hidden: levels.map(({ level }) => level).filter(isHidden),
  };
}

/** The row that counts the whole place: in all year groups, or in the one that is looked at. */
export const territoryRow = (
  rows: readonly CohortRow[],
  only: string | null = null,
): CohortRow | null =>
  rows.find(({ group, yearGroup }) => group === null && yearGroup === only) ?? null;

/** Rows by group, those over all of them first; in each, its total last. */
export function rowsByGroup(rows: readonly CohortRow[]): GroupRows[] {
  const groups = new Map<string | null, GroupRows>();
  for (const row of rows) {
    const key = row.group?.code ?? null;
    const same = groups.get(key) ?? { group: row.group, rows: [] };
    groups.set(key, same);
    same.rows.push(row);
  }
  return [...groups.values()]
    .sort((a, b) => Number(a.group !== null) - Number(b.group !== null))
    .map(({ group, rows: some }) => ({
      group,
      rows: [...some].sort((a, b) => Number(a.yearGroup === null) - Number(b.yearGroup === null)),
    }));
}
