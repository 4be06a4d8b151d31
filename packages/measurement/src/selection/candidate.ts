import type { CompiledItem } from '../models/compiled-item.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import type { ItemContent } from './content.ts';
import type { InSet } from './sets.ts';

/** An item that may come next, as selection sees it. */
export interface Candidate extends ItemContent, InSet {
  /** Names the item; unique in a list. */
  readonly key: string;
  readonly item: ItemParameters | CompiledItem;
  /** Share of sittings so far that gave this item, 0 to 1. */
  readonly exposureRate: number;
  /** Whether this pupil has met the item in an earlier sitting. */
  readonly seenBefore: boolean;
}

/** What selection remembers of an item given in this sitting. */
export interface GivenItem extends ItemContent, InSet {}
