import { score } from '@jalon/items';
import type { ItemTry, ScoredFeedback } from '@jalon/types';
import { explainScore } from '../attempts/explain.ts';
import { Refusal } from '../refusal.ts';
import type { GalleryBank } from './bank.ts';
import { drawItem } from './draw.ts';

/**
 * What an answer would earn a pupil, and why. Nothing of it is kept. Refuses with `not-found` or
 * (from the kind) `bad-response`.
 */
export function tryItem(
  bank: GalleryBank,
  itemId: string,
  { seed, response }: ItemTry,
): ScoredFeedback {
  const item = bank.items.get(itemId);
  const drawn = item && drawItem(item, seed);
  if (!drawn || 'why' in drawn) throw new Refusal('not-found');
  return explainScore(drawn.instance, score(drawn.instance, response));
}
