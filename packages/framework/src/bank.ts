import type { ItemDefinition } from '@jalon/items';
import { compareVersions } from './release/semver.ts';
import type { Framework } from './schema/framework.ts';
import type { Scale } from './schema/scale.ts';

/** A file that was read, with what it says before the schema. */
export interface SourceFile<T> {
  path: string;
  value: T;
  content: unknown;
  /** Where in the file a value stands; lines and columns from 1. */
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/** Every version of everything that a framework's folder holds. */
export interface Bank {
  frameworks: readonly SourceFile<Framework>[];
  scales: readonly SourceFile<Scale>[];
  items: readonly SourceFile<ItemDefinition>[];
}

/** The newest version of each: what the next release holds. */
export interface Edition {
  framework: SourceFile<Framework>;
  scale: SourceFile<Scale>;
  items: readonly SourceFile<ItemDefinition>[];
}

/** The name by which an item version is known: `id@version`. */
export const itemKey = ({ id, version }: { id: string; version: number }): string =>
  `${id}@${version}`;

/** The newest of a bank; null where it has no framework or no scale. */
export function newestEdition({ frameworks, scales, items }: Bank): Edition | null {
  const framework = newest(frameworks);
  const scale = newest(scales);
  return framework && scale ? { framework, scale, items: newestItems(items) } : null;
}

function newest<T extends { version: string }>(files: readonly SourceFile<T>[]) {
  return files.toSorted((a, b) => compareVersions(a.value.version, b.value.version)).at(-1);
}

function newestItems(items: Bank['items']): SourceFile<ItemDefinition>[] {
  const byId = new Map<string, SourceFile<ItemDefinition>>();
  for (const item of items) {
    const other = byId.get(item.value.id);
    if (!other || other.value.version < item.value.version) byId.set(item.value.id, item);
  }
  return [...byId.values()];
}

/** Items by their competence, in the order of the codes. */
export function itemsByCompetence<Item extends { competence: string }>(
  items: readonly Item[],
): Map<string, Item[]> {
  const groups = Map.groupBy(items, ({ competence }) => competence);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
