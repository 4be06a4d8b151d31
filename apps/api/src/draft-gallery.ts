import { join } from 'node:path';
import {
  type DrawProblem,
  drawItems,
  type Draft,
  type FileProblem,
  followFolder,
  itemIdOfPath,
} from '@jalon/framework';
import type { ItemDefinition } from '@jalon/items';
import type { GalleryProblem } from '@jalon/types';
import type { GalleryBank, GallerySource } from './services/gallery/bank.ts';

/** The items of the working folder, in no release yet: read again once a file has changed. */
export function draftGallery(frameworkFolder: string): GallerySource {
  const folder = followFolder(join(frameworkFolder, 'crcn'), frameworkFolder);
  let last: GalleryBank | null = null;
  return {
    draft: folder.stamp,
    bank() {
      const draft = folder.read();
      if (last?.draft !== draft.stamp) last = bankOf(draft);
      return last;
    },
  };
}

function bankOf({ stamp, edition, problems }: Draft): GalleryBank {
  const files = new Map(edition?.items.map((file) => [file.value.id, file]));
  const drawn = new Map<string, GalleryProblem[]>();
  return {
    draft: stamp,
    competences: edition?.framework.value.competences ?? [],
    items: new Map([...files].map(([id, { value }]) => [id, value])),
    problems: problems.map((problem) => asShown(problem, 'error')),
    drawProblems({ id }: ItemDefinition) {
      const known = drawn.get(id);
      if (known) return known;
      const file = files.get(id);
      const found = file ? drawItems([file]).map((one) => asShown(one, one.severity)) : [];
      drawn.set(id, found);
      return found;
    },
  };
}

const asShown = (
  { path, line, message, instead }: FileProblem,
  severity: DrawProblem['severity'],
): GalleryProblem => ({
  itemId: itemIdOfPath(path),
  place: { path, line },
  message,
  instead,
  severity,
});
