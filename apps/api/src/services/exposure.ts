import type { Store } from '@jalon/store';
import { itemKey } from './engine.ts';

/** How often each item has been given, over all schools: what keeps a few items from wearing out. */
export interface Exposure {
  /** Share of the competence's attempts that met the item, 0 to 1. */
  rate(competence: string, key: string): number;
  attemptBegan(competence: string): void;
  itemAnswered(key: string): void;
}

/** Counts from what the store holds; afterwards kept up to date by whoever begins and answers. */
export async function readExposure(store: Store): Promise<Exposure> {
  const shown = new Map<string, number>();
  for (const row of await store.read.attempts.itemCounts()) {
    shown.set(itemKey(row.itemId, row.itemVersion), row.shown);
  }
  const attempts = new Map<string, number>();
  for (const row of await store.read.attempts.attemptCounts()) {
    attempts.set(row.competence, row.attempts);
  }
  const add = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    rate: (competence, key) =>
      Math.min(1, (shown.get(key) ?? 0) / Math.max(1, attempts.get(competence) ?? 0)),
    attemptBegan: (competence) => add(attempts, competence),
    itemAnswered: (key) => add(shown, key),
  };
}
