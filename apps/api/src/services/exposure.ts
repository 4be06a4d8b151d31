import { Conflict, StoreUnavailable, type NewRow, type Store } from '@jalon/store';
import { itemKey } from './engine.ts';
import { everySchool } from './every-school.ts';

/** How often each item has been given, over all schools: what keeps a few items from wearing out. */
export interface Exposure {
  /** Share of the competence's attempts that met the item, 0 to 1. */
  rate(competence: string, key: string): number;
  attemptBegan(competence: string): void;
  itemAnswered(key: string): void;
  /** Adds what was counted here to what the store holds, and learns what others counted. */
  share(): Promise<void>;
}

type Subject = NewRow<'exposureCount'>['subject'];
type Counts = Record<Subject, Map<string, number>>;

const noCounts = (): Counts => ({ item: new Map(), competence: new Map() });

/**
 * Counts that the store holds, and those made here since they were last shared. A process that
 * dies takes its last counts with it: they steer the choice of items, and no result.
 */
export async function readExposure(store: Store): Promise<Exposure> {
  let known = await countsOf(store);
  let own = noCounts();
  const add = (subject: Subject, key: string, times = 1) =>
    own[subject].set(key, (own[subject].get(key) ?? 0) + times);
  const times = (subject: Subject, key: string) =>
    (known[subject].get(key) ?? 0) + (own[subject].get(key) ?? 0);

  return {
    rate: (competence, key) =>
      Math.min(1, times('item', key) / Math.max(1, times('competence', competence))),
    attemptBegan: (competence) => add('competence', competence),
    itemAnswered: (key) => add('item', key),
    async share() {
      const told = own;
      const rows = rowsOf(told);
      own = noCounts();
      try {
        if (rows.length > 0) await store.write(store.change.addExposure(...rows));
        known = await countsOf(store);
      } catch (error) {
        if (!(error instanceof StoreUnavailable || error instanceof Conflict)) throw error;
        for (const { subject, key, times: kept } of rows) add(subject, key, kept);
      }
    },
  };
}

/** Counts every response and attempt anew, and keeps the counts in place of those that were kept. */
export async function recountExposure(store: Store): Promise<void> {
  const counts = noCounts();
  const add = (subject: Subject, key: string, times: number) =>
    counts[subject].set(key, (counts[subject].get(key) ?? 0) + times);
  for await (const { id } of everySchool(store)) {
    const { items, competences } = await store.read.attempts.countExposure(id);
    for (const { key, times } of competences) add('competence', key, times);
    for (const { itemId, itemVersion, times } of items) {
      add('item', itemKey(itemId, itemVersion), times);
    }
  }
  const rows = rowsOf(counts);
  const { forgetExposure, addExposure } = store.change;
  await store.write(forgetExposure(), ...(rows.length > 0 ? [addExposure(...rows)] : []));
}

/** In one order everywhere, so that processes which share at once do not wait for each other. */
const rowsOf = (counts: Counts): NewRow<'exposureCount'>[] =>
  (['competence', 'item'] as const)
    .flatMap((subject) => [...counts[subject]].map(([key, times]) => ({ subject, key, times })))
    .sort((a, b) => (a.subject + a.key < b.subject + b.key ? -1 : 1));

async function countsOf(store: Store): Promise<Counts> {
  const counts = noCounts();
  for (const { subject, key, times } of await store.read.attempts.exposureCounts()) {
    counts[subject].set(key, times);
  }
  return counts;
}
