import type { Store } from '../store.ts';
import type { WholeRow } from '../read/rows.ts';
import { textOf } from './changes.ts';
import type { NextRows } from './merge.ts';
import type { CopiedTable } from './tables.ts';

const ROWS_A_PAGE = 1_000;
/** With all their responses. */
const ATTEMPTS_A_PAGE = 200;

/** The rows of a table in a school (`null`: of no school), page by page. */
export function rowsOf(store: Store, of: CopiedTable, schoolId: string | null): NextRows<WholeRow> {
  return (after) =>
    store.read.rows.page(of, schoolId, after && of.key.map((name) => after[name]), ROWS_A_PAGE);
}

/** The attempts of a school, page by page. */
export const attemptsOf = (store: Store, schoolId: string) => (after: { id: string } | null) =>
  store.read.rows.attempts(schoolId, after?.id ?? null, ATTEMPTS_A_PAGE);

/** The schools of a store, page by page. */
export const schoolsOf = (store: Store) => (after: { id: string } | null) =>
  store.read.rows.schools(after?.id ?? null, ROWS_A_PAGE);

/** The pupils of a school who were erased. */
export async function erasedOf(store: Store, of: CopiedTable, schoolId: string) {
  const erased = new Set<string>();
  const next = rowsOf(store, of, schoolId);
  let page = await next(null);
  while (page.length > 0) {
    for (const row of page) erased.add(textOf(row, 'pupilId'));
    page = await next(page.at(-1) ?? null);
  }
  return erased;
}
