import type { ItemDefinition } from '@jalon/items';
import type { CompetenceName, Descriptor, GalleryProblem } from '@jalon/types';
import type { Engine } from '../engine.ts';

/** The items that a gallery shows, and what they are written against. */
export interface GalleryBank {
  /** Which state of the working folder this is; `null` where it is a release. */
  draft: string | null;
  competences: readonly (CompetenceName & { descriptors: readonly Descriptor[] })[];
  /** The newest version of each, by its id. */
  items: ReadonlyMap<string, ItemDefinition>;
  /** What is wrong in a draft's files: an item whose own file is named cannot be shown. */
  problems: readonly GalleryProblem[];
  /** What drawing an item many times shows to be wrong. */
  drawProblems(item: ItemDefinition): GalleryProblem[];
}

/** Where a gallery's items come from. */
export interface GallerySource {
  /** Which state of the working folder is shown now: quick to ask, again and again. */
  draft(): string | null;
  bank(): GalleryBank;
}

/** The items of a release, which were checked before it was made. */
export function releaseGallery({ release }: Engine): GallerySource {
  const bank: GalleryBank = {
    draft: null,
    competences: release.framework.competences,
    items: new Map([...release.items.values()].map((item) => [item.id, item])),
    problems: [],
    drawProblems: () => [],
  };
  return { draft: () => null, bank: () => bank };
}
