import type { GalleryItem, GalleryProblem, ShownItem } from '@jalon/types';
import { Refusal } from '../refusal.ts';
import type { GalleryBank } from './bank.ts';
import { drawItem } from './draw.ts';

/**
 * One item as a pupil sees it, with its key and what it measures; for a draft, with all that is
 * wrong. Refuses with `not-found`.
 */
export function showItem(bank: GalleryBank, itemId: string, seed: string): GalleryItem {
  const inFiles = bank.problems.filter((problem) => problem.itemId === itemId);
  const item = bank.items.get(itemId);
  if (!item && inFiles.length === 0) throw new Refusal('not-found');
  const view = { id: itemId, draft: bank.draft };
  if (!item || inFiles.length > 0) return { ...view, shown: null, problems: inFiles };

  const competence = bank.competences.find(({ code }) => code === item.competence);
  const descriptor = competence?.descriptors.find(({ code }) => code === item.descriptor);
  // Only where the framework itself cannot be read: its own problems then say so.
  if (!competence || !descriptor) return { ...view, shown: null, problems: [...bank.problems] };

  const drawn = drawItem(item, seed);
  const problems = bank.drawProblems(item);
  if ('why' in drawn) {
    return { ...view, shown: null, problems: [...problems, notDrawn(itemId, seed, drawn.why)] };
  }
  const shown: ShownItem = {
    id: item.id,
    version: item.version,
    title: item.title,
    kind: item.kind,
    competence: { code: competence.code, name: competence.name },
    descriptor: { code: descriptor.code, level: descriptor.level, text: descriptor.text },
    points: drawn.points,
    seed,
    item: drawn.item,
    key: drawn.key,
  };
  return { ...view, shown, problems };
}

const notDrawn = (itemId: string, seed: string, why: string): GalleryProblem => ({
  itemId,
  place: null,
  message: `Seed ${seed} cannot be drawn: ${why}`,
  instead: 'an item that every seed can be drawn of, or choose another seed.',
  severity: 'error',
});
