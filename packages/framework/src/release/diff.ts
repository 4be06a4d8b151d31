import type { ReleaseLock } from '../schema/release.ts';

/** What changed from one release to another. */
export interface ReleaseDiff {
  framework: boolean;
  scale: boolean;
  engine: boolean;
  added: string[];
  removed: string[];
  /** Items of which the later release holds another version: `id: 1 -> 2`. */
  changed: string[];
}

/** Compares two releases by what they lock. */
export function diffReleases(before: ReleaseLock, after: ReleaseLock): ReleaseDiff {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  return {
    framework: before.framework.sha256 !== after.framework.sha256,
    scale: before.scale.sha256 !== after.scale.sha256,
    engine: before.engine !== after.engine,
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now.values()].flatMap(({ id, version }) => {
      const previous = old.get(id);
      return previous && previous.version !== version
        ? [`${id}: ${previous.version} -> ${version}`]
        : [];
    }),
  };
}

/** A difference as a few lines for a person. */
export function diffText({ framework, scale, engine, ...items }: ReleaseDiff): string {
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
