import type { Gallery } from '@jalon/types';
import type { GalleryBank } from './bank.ts';

/** Every item by its name alone: nothing is drawn, and nothing tells a key. */
export function listGallery({ draft, competences, items, problems }: GalleryBank): Gallery {
  const listed = [...items.values()].map(({ id, title, kind, competence, level }) => ({
    id,
    title,
    kind,
    competence,
    level,
  }));
  const used = new Set(listed.map(({ competence }) => competence));
  return {
    draft,
    competences: competences
      .filter(({ code }) => used.has(code))
      .map(({ code, name }) => ({ code, name })),
    items: listed,
    problems: [...problems],
  };
}
