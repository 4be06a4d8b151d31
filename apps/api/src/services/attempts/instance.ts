import { type Instance, instantiate } from '@jalon/items';
import { type Engine, itemKey } from '../engine.ts';

interface Drawn {
  itemId: string;
  itemVersion: number;
  seed: string;
}

const keyOf = ({ itemId, itemVersion, seed }: Drawn): string =>
  `${itemKey(itemId, itemVersion)} ${seed}`;

/** The very instance that an item version and a seed stand for: shared, so not to be changed. */
export function instanceOf(engine: Engine, { itemId, itemVersion, seed }: Drawn): Instance {
  const key = keyOf({ itemId, itemVersion, seed });
  const known = engine.instances.get(key);
  if (known) return known;
  const drawn = instantiate(engine.item(itemId, itemVersion).definition, seed);
  engine.instances.set(key, drawn);
  return drawn;
}

/** Lets go of an instance that was answered: it is drawn anew in the rare case that it is shown again. */
export function forgetInstance(engine: Engine, drawn: Drawn): void {
  engine.instances.delete(keyOf(drawn));
}
