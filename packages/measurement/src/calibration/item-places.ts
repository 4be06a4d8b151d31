import { type FreeParameters, placesOf } from './free-parameters.ts';

/** Where one item's categories and parameters stand. */
export interface ItemPlace {
  readonly first: number;
  readonly size: number;
  /** Of a, c_1 … c_m in the matrix. */
  readonly places: Int32Array;
}

/** Of all items. */
export function itemPlaces(firstCategory: Int32Array, free: FreeParameters): ItemPlace[] {
  return Array.from({ length: firstCategory.length - 1 }, (_, item) => {
    const places = placesOf(item, firstCategory, free);
    return { first: firstCategory[item] ?? 0, size: places.length, places };
  });
}
