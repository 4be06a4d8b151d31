import type { KindName } from '@jalon/items/contract';
import type { CompetenceName, Gallery, GalleryEntry } from '@jalon/types';
import { byKind } from './kinds.ts';

/** The items of one kind, by competence, the easiest first. */
export interface KindGroup {
  kind: KindName;
  count: number;
  competences: { competence: CompetenceName; items: GalleryEntry[] }[];
}

const byLevel = (a: GalleryEntry, b: GalleryEntry): number =>
  a.level - b.level || a.title.localeCompare(b.title, 'fr');

/** Groups a gallery's items by kind, then by competence and level. */
export function groupByKind({ items, competences }: Gallery): KindGroup[] {
  return [...Map.groupBy(items, ({ kind }) => kind)]
    .sort(([a], [b]) => byKind(a, b))
    .map(([kind, ofKind]) => ({
      kind,
      count: ofKind.length,
      competences: competences.flatMap((competence) => {
        const own = ofKind.filter((item) => item.competence === competence.code).sort(byLevel);
        return own.length > 0 ? [{ competence, items: own }] : [];
      }),
    }));
}
