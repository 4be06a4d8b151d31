import { type Instance, instantiate } from '@jalon/items';
import { type Engine, itemKey } from '../engine.ts';

/** The very instance that an item version and a seed stand for: shared, so not to be changed. */
export function instanceOf(
  engine: Engine,
  { itemId, itemVersion, seed }: { itemId: string; itemVersion: number; seed: string },
): Instance {
  const key = `${itemKey(itemId, itemVersion)} ${seed}`;
  const known = engine.instances.get(key);
  if (known) return known;
  const drawn = instantiate(engine.item(itemId, itemVersion).definition, seed);
  engine.instances.set(key, drawn);
  return drawn;
}
