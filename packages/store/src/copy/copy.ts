import type { Store } from '../store.ts';
import type { ItemKey } from './copy-attempts.ts';
import { copySchool, copySchoolAndStaff, type SchoolOfCopy } from './copy-school.ts';
import { type Copying, copyTable } from './copy-table.ts';
import { digestSchool, digestShared } from './digest.ts';
import { CopyRefused } from './errors.ts';
import { allRows } from './merge.ts';
import { schoolsOf } from './pages.ts';
import { refuseCopy } from './refusals.ts';
import { schoolTables } from './tables.ts';

export interface CopyOptions {
  /** The school to copy with all that belongs to it; `null` for everything. */
  uai: string | null;
  itemKey: ItemKey;
  /** Hears, in a sentence, what has been done. */
  progress: (line: string) => void;
}

export interface Copied {
  /** Rows added or changed at the target. */
  rows: number;
  /** Rows, and erased pupils with theirs, removed at the target. */
  removed: number;
  /** The UAI of each school whose digests differ in the end; `shared` for what belongs to none. */
  differing: string[];
}

/**
 * Copies a store, or one of its schools, into another, and compares their digests. What is the same
 * at the target already is left: a copy that was cut short goes on where it stopped, and one of a
 * source that has moved on copies what is new. Rejects with `CopyRefused`, `StoreUnavailable`.
 */
export async function copyStore(
  source: Store,
  target: Store,
  { uai, itemKey, progress }: CopyOptions,
): Promise<Copied> {
  const only = uai === null ? null : await findSchool(source, uai);
  await refuseCopy(source, target, only);
  const copying: Copying = {
    source,
    target,
    scope: only ? { schoolId: only.id } : 'all',
    counts: { copied: 0, removed: 0 },
    isAnalysed: false,
  };
  const schools = (): AsyncIterable<SchoolOfCopy> | SchoolOfCopy[] =>
    only ? [only] : allRows(schoolsOf(source));
  const { counts } = copying;
  const told = (what: string) =>
    progress(`${what}: ${counts.copied} rows copied, ${counts.removed} removed so far`);

  await copyReleases(copying, only);
  for await (const school of schools()) await copySchoolAndStaff(copying, school);
  if (!only) await copyShared(copying);
  for await (const school of schools()) {
    await copySchool(copying, school, itemKey);
    told(school.uai);
  }

  const differing: string[] = [];
  const compare = async (name: string, digest: (store: Store) => Promise<string>) => {
    const [here, there] = [await digest(source), await digest(target)];
    if (here !== there) differing.push(name);
    progress(`${name}: ${here === there ? 'the same on both sides' : 'differs'}`);
  };
  for await (const { id, uai: name } of schools()) {
    await compare(name, (store) => digestSchool(store, id));
  }
  if (!only) await compare('shared', digestShared);
  return { rows: counts.copied, removed: counts.removed, differing };
}

/** A school of a store by its UAI. Rejects with `CopyRefused` where it has none such. */
export async function findSchool(store: Store, uai: string): Promise<SchoolOfCopy> {
  const school = await store.read.rows.schoolByUai(uai);
  if (!school) throw new CopyRefused('unknown-school', `There is no school ${uai}.`);
  return school;
}

/** The releases that what is copied was made under, or all of them. */
async function copyReleases({ source, target, counts }: Copying, only: SchoolOfCopy | null) {
  const known = new Set((await target.read.rows.releases(null)).map(({ version }) => version));
  for (const release of await source.read.rows.releases(only?.id ?? null)) {
    if (known.has(release.version)) continue;
    await target.write(target.change.publishRelease(release));
    counts.copied += 1;
  }
}

/** What belongs to no school. */
async function copyShared(copying: Copying): Promise<void> {
  const { target, scope } = copying;
  await copyTable(copying, schoolTables.staff, null, {
    makeWay: (row) => target.change.freeEmail(row, scope),
  });
  await copyTable(copying, schoolTables.passkey, null);
  await copyTable(copying, schoolTables.invitation, null);
  await copyTable(copying, schoolTables.refreshToken, null);
  await copyTable(copying, schoolTables.job, null, {
    makeWay: (row) => target.change.freeJobKey(row, scope),
  });
}
