import { shareOfCounts } from '@jalon/types/shares';
import type { ExportColumn, Line } from '../formats/column.ts';

/** The columns of the table that the package's scripts make again. */
export const firstTableColumns = [
  { name: 'group', type: 'text' },
  { name: 'group_name', type: 'text' },
  { name: 'level', type: 'integer' },
  { name: 'pupils', type: 'integer' },
  { name: 'share', type: 'text' },
  { name: 'status', type: 'text' },
] as const satisfies readonly ExportColumn[];

type Counted = Line<'group' | 'group_name' | 'year_group' | 'competence' | 'level'> &
  Line<'pupils' | 'status'>;
type FirstLine = Line<(typeof firstTableColumns)[number]['name']>;

/**
 * The levels of the first competence by group, over all year groups: how many pupils, and which part
 * of their group. It is made of an export's lines as they go by, each group's total before its levels.
 */
export class FirstTable {
  readonly lines: FirstLine[] = [];
  #competence: Counted['competence'] = null;
  #total: Counted['pupils'] = null;

  add({ group, group_name, year_group, competence, level, pupils, status }: Counted): void {
    this.#competence ??= competence;
    if (competence !== this.#competence || year_group !== null) return;
    if (level === null) this.#total = pupils;
    else
      this.lines.push({
        ...{ group, group_name, level, pupils },
        ...{ share: shareText(pupils, this.#total), status },
      });
  }
}

/** In whole percents, half of one rounded up; `under-5` and `over-95` where it is clipped. */
function shareText(part: Counted['pupils'], whole: Counted['pupils']): string | null {
  if (typeof part !== 'number' || typeof whole !== 'number') return null;
  const share = shareOfCounts(part, whole);
  if (share === null) return null;
  if (share.is !== 'about') return share.is === 'under' ? 'under-5' : 'over-95';
  return String(Math.floor((200 * part + whole) / (2 * whole)));
}
