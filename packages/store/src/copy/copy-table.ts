import type { Statement } from '../batch.ts';
import type { WholeRow } from '../read/rows.ts';
import type { Store } from '../store.ts';
import type { CopyScope } from './changes.ts';
import { mergeRows } from './merge.ts';
import { rowsOf } from './pages.ts';
import type { CopiedTable } from './tables.ts';

/** Two stores, what of them is copied, and how many rows of the target were changed so far. */
export interface Copying {
  source: Store;
  target: Store;
  scope: CopyScope;
  counts: { copied: number; removed: number };
  /** Whether the target has been told what its rows look like. */
  isAnalysed: boolean;
}

const ROWS_A_BATCH = 500;

/** What else a table's copy does besides adding and changing rows. */
interface Handling {
  /** Rows of the source that are not to be copied; they count as removed. */
  leaveOut?: (row: WholeRow) => boolean;
  /** What makes way for a row that is added or changed. */
  makeWay?: (row: WholeRow) => Statement;
  /** What happens to rows that the source no longer has: removed with the others unless given. */
  gone?: (row: WholeRow) => void;
}

/**
 * Makes a school's rows (`null`: those of no school) of a table at the target what they are at the
 * source. Writes only what differs, a few hundred rows at a time.
 */
export async function copyTable(
  { source, target, counts }: Copying,
  of: CopiedTable,
  schoolId: string | null,
  { leaveOut = () => false, makeWay, gone }: Handling = {},
): Promise<void> {
  let changed: WholeRow[] = [];
  let removed: WholeRow[] = [];
  const flush = async (): Promise<void> => {
    if (changed.length + removed.length === 0) return;
    await target.write(
      ...removed.map((row) => target.change.removeRow(of, row)),
      ...(makeWay ? changed.map(makeWay) : []),
      ...target.change.putRows(of, changed),
    );
    counts.copied += changed.length;
    counts.removed += removed.length;
    changed = [];
    removed = [];
  };
  const pairs = mergeRows(of.key, rowsOf(source, of, schoolId), rowsOf(target, of, schoolId));
  for await (const { source: here, target: there } of pairs) {
    const wanted = here && !leaveOut(here) ? here : null;
    if (wanted && !(there && isSame(wanted, there))) changed.push(wanted);
    else if (!wanted && there && gone) gone(there);
    else if (!wanted && there) removed.push(there);
    if (changed.length + removed.length >= ROWS_A_BATCH) await flush();
  }
  await flush();
}

/** Whether two rows hold the same, to the last byte of what their columns can keep. */
export const isSame = (one: WholeRow, other: WholeRow): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
