import type { ReleaseLock } from '../schema/release.ts';
import { contentHash } from './hash.ts';

type ItemLock = ReleaseLock['items'][number];

/** What changed from one release to another: enough to make the later one out of the earlier. */
export interface ReleaseDiff {
  version: { before: string; after: string };
  /** What the later release locks instead; `null` where it locks the same. */
  framework: ReleaseLock['framework'] | null;
  scale: ReleaseLock['scale'] | null;
  engine: string | null;
  added: ItemLock[];
  removed: ItemLock[];
  /** Items of which the later release holds another version. */
  changed: { before: ItemLock; after: ItemLock }[];
}

/** Compares two releases by what they lock. */
export function diffReleases(before: ReleaseLock, after: ReleaseLock): ReleaseDiff {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const isSame = (a: object, b: object) => contentHash(a) === contentHash(b);
  return {
    version: { before: before.version, after: after.version },
    framework: isSame(before.framework, after.framework) ? null : after.framework,
    scale: isSame(before.scale, after.scale) ? null : after.scale,
    engine: before.engine === after.engine ? null : after.engine,
    added: after.items.filter(({ id }) => !old.has(id)),
    removed: before.items.filter(({ id }) => !now.has(id)),
    changed: after.items.flatMap((item) => {
      const other = old.get(item.id);
      return other && !isSame(other, item) ? [{ before: other, after: item }] : [];
    }),
  };
}

/** The later release, made out of the earlier and what changed: the inverse of `diffReleases`. */
export function applyDiff(before: ReleaseLock, diff: ReleaseDiff): ReleaseLock {
  const gone = new Set(diff.removed.map(({ id }) => id));
  const instead = new Map(diff.changed.map(({ after }) => [after.id, after]));
  const locked = {
    version: diff.version.after,
    framework: diff.framework ?? before.framework,
    scale: diff.scale ?? before.scale,
    engine: diff.engine ?? before.engine,
    items: [
      ...before.items.filter(({ id }) => !gone.has(id)).map((item) => instead.get(item.id) ?? item),
      ...diff.added,
    ].sort(byIdAndVersion),
  };
  return { ...locked, sha256: contentHash(locked) };
}

/** The order in which a release lists its items. */
export function byIdAndVersion(a: ItemLock, b: ItemLock): number {
  return a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1;
}

/** A difference by names alone, as commands print it. */
export function diffNames({ framework, scale, engine, added, removed, changed }: ReleaseDiff) {
  return {
    framework: framework !== null,
    scale: scale !== null,
    engine: engine !== null,
    added: added.map(({ id }) => id),
    removed: removed.map(({ id }) => id),
    /** `id: 1 -> 2`. */
    changed: changed.map(
      ({ before, after }) => `${after.id}: ${before.version} -> ${after.version}`,
    ),
  };
}

/** A difference as a few lines for a person. */
export function diffText(diff: ReleaseDiff): string {
  const { framework, scale, engine, ...items } = diffNames(diff);
  return [
    ...Object.entries({ framework, scale, engine }).map(
      ([what, changed]) => `${what}: ${changed ? 'changed' : 'the same'}`,
    ),
    ...Object.entries(items).flatMap(([what, list]) => [
      `items ${what}: ${list.length}`,
      ...list.map((item) => `  ${item}`),
    ]),
  ].join('\n');
}
