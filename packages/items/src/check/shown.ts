import * as z from 'zod/mini';
import { type Part, part, type PresentedItem } from '../contract.ts';

const parts = z.array(part);

/** The lists of parts an item shows: options, elements, right parts … */
export const shownParts = (item: PresentedItem): Part[][] =>
  Object.values(item).flatMap((field) => {
    const list = parts.safeParse(field);
    return list.success && list.data.length > 0 ? [list.data] : [];
  });

const codes = new Set(['id', 'kind', 'block', 'type', 'as', 'language']);

/** Every text a pupil reads in an item. */
export const shownTexts = (item: PresentedItem): string[] => textsIn(item);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => (codes.has(name) ? [] : textsIn(field)));
}
