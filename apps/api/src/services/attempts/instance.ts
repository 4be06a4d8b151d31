import { instantiate } from '@jalon/items';
import type { Engine } from '../engine.ts';

/** The very instance that an item version and a seed stand for. */
export function instanceOf(
  engine: Engine,
  reference: { itemId: string; itemVersion: number; seed: string },
) {
  const { definition } = engine.item(reference.itemId, reference.itemVersion);
  return instantiate(definition, reference.seed);
}
