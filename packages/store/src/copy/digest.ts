import { createHash, type Hash } from 'node:crypto';
import type { WholeRow } from '../read/rows.ts';
import type { Store } from '../store.ts';
import { allRows } from './merge.ts';
import { rowsOf, schoolsOf } from './pages.ts';
import { type CopiedTable, schoolTables, sharedTables } from './tables.ts';

/** What a store holds, told in a few bytes. */
export interface StoreDigest {
  /** The UAI of a school; `shared` for what belongs to none. */
  of: string;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * The digest of each school of a store, by id, then of what belongs to none; or that of one school.
 * Stores with the same content have the same digests, whatever their engines: it is the SHA-256 of
 * one line of JSON a row, table by table in the order of their keys, instants in ISO 8601.
 */
export async function* digestStore(
  store: Store,
  only: { id: string; uai: string } | null = null,
): AsyncGenerator<StoreDigest> {
  if (only) {
    yield { of: only.uai, sha256: await digestSchool(store, only.id) };
    return;
  }
  for await (const { id, uai } of allRows(schoolsOf(store))) {
    yield { of: uai, sha256: await digestSchool(store, id) };
  }
  yield { of: 'shared', sha256: await digestShared(store) };
}

/** The digest of all that a school holds. */
export async function digestSchool(store: Store, schoolId: string): Promise<string> {
  const hash = createHash('sha256');
  for (const table of Object.values(schoolTables)) await digestTable(hash, store, table, schoolId);
  return hash.digest('hex');
}

/** The digest of what belongs to no school: inspectors and their sessions, jobs, releases. */
export async function digestShared(store: Store): Promise<string> {
  const hash = createHash('sha256');
  for (const table of sharedTables) await digestTable(hash, store, table, null);
  for (const { version, framework, sha256 } of await store.read.rows.releases(null)) {
    // When a database first heard of a release is its own affair.
    addRow(hash, 'publishedRelease', { version, framework, sha256 });
  }
  return hash.digest('hex');
}

async function digestTable(
  hash: Hash,
  store: Store,
  table: CopiedTable,
  schoolId: string | null,
): Promise<void> {
  const next = rowsOf(store, table, schoolId);
  let page = await next(null);
  while (page.length > 0) {
    for (const row of page) addRow(hash, table.name, row);
    page = await next(page.at(-1) ?? null);
  }
}

function addRow(hash: Hash, name: string, row: WholeRow): void {
  hash.update(`${JSON.stringify([name, row])}\n`);
}
