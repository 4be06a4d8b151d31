import {
  describeKey,
  type Instance,
  instantiate,
  type ItemDefinition,
  keyResponse,
  present,
  ResponseRefused,
  score,
  TemplateError,
} from '@jalon/items';
import { type PresentedItem, presentedItem } from '@jalon/items/contract';

/** An instance that can be shown and answered, or why there is none. */
export type Drawn =
  { instance: Instance; item: PresentedItem; points: number | null; key: string } | { why: string };

/** Draws an item that may be half written: a seed that does not work out is told, not thrown. */
export function drawItem(definition: ItemDefinition, seed: string): Drawn {
  try {
    const instance = instantiate(definition, seed);
    const shown = presentedItem.safeParse(present(instance));
    if (!shown.success) {
      const places = shown.error.issues.map(({ path }) => path.join('.'));
      return { why: `out of bounds: ${places.join(', ')}` };
    }
    const points = pointsOf(instance);
    return { instance, item: shown.data, points, key: describeKey(instance) };
  } catch (error) {
    if (error instanceof TemplateError) return { why: error.message };
    throw error;
  }
}

/** What the key earns; `null` where no pupil could give it, as it is written so far. */
function pointsOf(instance: Instance): number | null {
  try {
    return score(instance, keyResponse(instance)).possible;
  } catch (error) {
    if (error instanceof ResponseRefused) return null;
    throw error;
  }
}
