import type { Statement } from '@jalon/store';
import { MINIMUM_CELL } from '../cohorts/minimum-cell.ts';
import type { ServiceContext } from '../context.ts';
import { makePublication, type MadeSoFar } from './make.ts';
import { outdated } from './prune.ts';

/** How far the publications of a night are. */
export interface PublishedSoFar {
  /** The releases that are done, with the publication of each. */
  releases: { version: string; publicationId: string }[];
  /** What is being made; none between two. */
  making: MadeSoFar | null;
}

export interface Publishing {
  soFar: PublishedSoFar | null;
  /** Keeps a step with its changes as one; the share is from 0 to 1. */
  keep: (share: number, soFar: PublishedSoFar, changes: Statement[]) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Publishes the figures of every release that has results enough for any to be told, and forgets
 * those that have had their time. Gives the releases.
 */
export async function publishAll(
  context: ServiceContext,
  { soFar, keep, signal }: Publishing,
): Promise<PublishedSoFar> {
  const { store, engines, clock } = context;
  const counts = await store.read.cohorts.resultCounts();
  const enough = new Set(
    counts.flatMap((row) => (row.results >= MINIMUM_CELL ? [row.releaseVersion] : [])),
  );
  const versions = engines.versions.filter((version) => enough.has(version));
  let state: PublishedSoFar = soFar ?? { releases: [], making: null };
  for (const [index, version] of versions.entries()) {
    if (state.releases.some((done) => done.version === version)) continue;
    const made = await makePublication(context, {
      engine: engines.of(version),
      soFar: state.making,
      async keep(share, making, changes) {
        state = { ...state, making };
        await keep((index + share) / versions.length, state, changes);
      },
      ...(signal && { signal }),
    });
    const done = { version, publicationId: made.id };
    state = { releases: [...state.releases, done], making: null };
    await keep((index + 1) / versions.length, state, []);
  }
  const gone = outdated(await store.read.publications.all(), clock());
  if (gone.length > 0) await keep(1, state, store.change.forgetPublications(gone));
  return state;
}

/** The same at once, without a job: for a new demo, and for tests. */
export async function publishNow(context: ServiceContext): Promise<PublishedSoFar> {
  return publishAll(context, {
    soFar: null,
    async keep(_, __, changes) {
      if (changes.length > 0) await context.store.write(...changes);
    },
  });
}
