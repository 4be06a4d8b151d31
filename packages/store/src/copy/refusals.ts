import { realpathSync, statSync } from 'node:fs';
import type { Store } from '../store.ts';
import { CopyRefused } from './errors.ts';
import { mergeRows } from './merge.ts';
import { schoolsOf } from './pages.ts';
import { schoolTables } from './tables.ts';

interface School {
  id: string;
  uai: string;
}

/** Refuses what is no copy at all, or would mix two histories. */
export async function refuseCopy(source: Store, target: Store, only: School | null): Promise<void> {
  const [from, to] = [await placeOf(source), await placeOf(target)];
  if (from !== null && from === to) {
    throw new CopyRefused(
      'same-database',
      'The source and the target are the same database: give another target.',
    );
  }
  await refuseOtherRelease(source, target, only);
  if (only) await refuseOtherSchool(target, only);
  else await refuseOtherSchools(source, target);
}

/** What tells a database from every other; `null` in memory, where each is its own. */
async function placeOf(store: Store): Promise<string | null> {
  if (store.kind === 'postgres') return store.read.rows.postgresDatabase();
  const file = await store.read.rows.sqliteFile();
  if (file === '') return null;
  const { dev, ino } = statSync(realpathSync(file));
  return `${dev}/${ino}`;
}

async function refuseOtherRelease(source: Store, target: Store, only: School | null) {
  const known = new Map(
    (await target.read.rows.releases(null)).map(({ version, sha256 }) => [version, sha256]),
  );
  for (const { version, sha256 } of await source.read.rows.releases(only?.id ?? null)) {
    const other = known.get(version);
    if (other === undefined || other === sha256) continue;
    throw new CopyRefused(
      'other-release',
      `The target holds release ${version} with another content (${other.slice(0, 12)}… there, ${sha256.slice(0, 12)}… at the source): results under one are not results under the other.`,
    );
  }
}

async function refuseOtherSchools(source: Store, target: Store): Promise<void> {
  const pairs = mergeRows(schoolTables.school.key, schoolsOf(source), schoolsOf(target));
  for await (const { source: here, target: there } of pairs) {
    if (here) await refuseOtherSchool(target, here);
    else if (there) {
      throw new CopyRefused(
        'more-schools',
        `The target holds school ${there.uai}, which the source does not: copy school by school (--school UAI), or into an empty database.`,
      );
    }
  }
}

async function refuseOtherSchool(target: Store, { id, uai }: School): Promise<void> {
  const sameId = await target.read.rows.schoolById(id);
  if (sameId && sameId.uai !== uai) {
    throw new CopyRefused(
      'other-school',
      `School ${uai} has an id that belongs to school ${sameId.uai} at the target.`,
    );
  }
  const sameUai = await target.read.rows.schoolByUai(uai);
  if (sameUai && sameUai.id !== id) {
    throw new CopyRefused(
      'other-school',
      `The target already holds a school ${uai}, which was made apart from the source's: its people are others.`,
    );
  }
}
