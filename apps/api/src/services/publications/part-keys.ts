import type { Part, Place } from '../cohorts/places.ts';

/**
 * The name that a part's figures are kept under: that of the place which it is the whole of, where
 * it is one; parts of the same schools under the same place have their own.
 */
export function partKey(part: Part, places: ReadonlyMap<string, Place>): string {
  const place = part.placeId === null ? undefined : places.get(part.placeId);
  return place && place.schools.length === part.schools.length ? place.id : part.id;
}

/** Every place and every part of one, by its id. */
export function partsById(places: ReadonlyMap<string, Place>): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const place of places.values()) {
    parts.set(place.id, place);
    for (const some of place.partings.values()) for (const part of some) parts.set(part.id, part);
  }
  return parts;
}

/** Every part that is told of, by its name, in the order of the names. */
export function everyPart(places: ReadonlyMap<string, Place>): [key: string, part: Part][] {
  const parts = new Map<string, Part>();
  for (const part of partsById(places).values()) {
    const key = partKey(part, places);
    if (!parts.has(key)) parts.set(key, part);
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
}
