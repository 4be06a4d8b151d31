import type { FormRefusal, KindName, PresentedOf } from '@jalon/items/contract';
import type { Given } from './given.ts';

/** The element whose text is the item's prompt: groups of controls are named by it. */
export const PROMPT_ID = 'consigne';

/** The element that says why an answer was not taken. */
export const ERROR_ID = 'erreur';

/** What a player of a kind is given. Its controls bear the field names of the kind's contract. */
export interface PlayerProps<Name extends KindName> {
  item: PresentedOf<Name>;
  /** What the controls held before: after a refusal, or while the answer waits to leave. */
  given: Given;
  /** Why the answer was not taken; its sentence is in the element `ERROR_ID`. */
  refusal: FormRefusal['reason'] | null;
}
