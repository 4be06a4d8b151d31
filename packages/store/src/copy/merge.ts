import type { WholeRow } from '../read/rows.ts';

/** A row's key, and the row as each side has it. */
export interface Pair<Row extends WholeRow> {
  source: Row | null;
  target: Row | null;
}

/** Gives the rows that follow one, in the order of their keys; none at the end. */
export type NextRows<Row extends WholeRow> = (after: Row | null) => Promise<readonly Row[]>;

/**
 * Goes through two lists of rows in the order of their keys, and gives each key once. Holds one page
 * of each.
 */
export async function* mergeRows<Row extends WholeRow>(
  key: readonly string[],
  source: NextRows<Row>,
  target: NextRows<Row>,
): AsyncGenerator<Pair<Row>> {
  const left = allRows(source);
  const right = allRows(target);
  let [ours, theirs] = [await left.next(), await right.next()];
  while (!ours.done || !theirs.done) {
    const order = ours.done ? 1 : theirs.done ? -1 : compareKeys(key, ours.value, theirs.value);
    yield {
      source: ours.done || order > 0 ? null : ours.value,
      target: theirs.done || order < 0 ? null : theirs.value,
    };
    if (order <= 0) ours = await left.next();
    if (order >= 0) theirs = await right.next();
  }
}

/** Every row, page by page. */
export async function* allRows<Row extends WholeRow>(next: NextRows<Row>): AsyncGenerator<Row> {
  let after: Row | null = null;
  for (;;) {
    const page: readonly Row[] = await next(after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

function compareKeys(key: readonly string[], left: WholeRow, right: WholeRow): number {
  for (const name of key) {
    const order = compareValues(left[name], right[name]);
    if (order !== 0) return order;
  }
  return 0;
}

/** As both engines order them: numbers by value, texts by their bytes. */
function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
  }
  throw new Error('A key is neither text nor number.');
}
