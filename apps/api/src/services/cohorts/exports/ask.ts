import { createHash } from 'node:crypto';
import type { CohortExport, cohortFileQuery } from '@jalon/types';
import type { z } from 'zod';
import type { Inspector } from '../../actor.ts';
import type { ServiceContext } from '../../context.ts';
import { jobToEnqueue, wakeRunners } from '../../jobs/enqueue.ts';
import { Refusal } from '../../refusal.ts';
import { COHORT_EXPORT, type ExportInput, keptExport, keyPrefixOf } from './kept-job.ts';
import { ownJobs } from './list.ts';
import { openSource } from './source.ts';

/** So many may be under way for one inspector. */
const MOST_AT_ONCE = 5;
const AGAIN_SECONDS = 60;

/**
 * Asks for an export of a view. Asked for again before something newer is published, it is the same
 * one, unless it failed or its time is over. Refuses with `not-found` a view that is not shown, and
 * with `too-many-requests` while too many are under way.
 */
export async function askForExport(
  context: ServiceContext,
  actor: Inspector,
  query: z.output<typeof cohortFileQuery>,
): Promise<CohortExport> {
  const { store, clock, newId } = context;
  const { view, about } = await openSource(context, actor, query);
  const asked = {
    inspector: actor.id,
    territory: actor.territory,
    format: query.format,
    release: about.release.version,
    within: `${about.place.kind}:${about.place.code}`,
    by: about.by,
  };
  const what = JSON.stringify([asked, view.publication?.id ?? null]);
  const prefix = `${keyPrefixOf(actor)}${createHash('sha256').update(what).digest('hex')}/`;
  const all = await ownJobs(context, actor);
  const same = all.filter(({ uniqueKey }) => uniqueKey.startsWith(prefix));
  const now = clock();
  for (const row of same) {
    const kept = keptExport(row, actor, now);
    if (kept && kept.told.state !== 'failed') return kept.told;
  }
  const open = all.filter(({ status }) => status === 'waiting' || status === 'running');
  if (open.length >= MOST_AT_ONCE) {
    throw new Refusal('too-many-requests', { retryAfterSeconds: AGAIN_SECONDS });
  }
  const uniqueKey = `${prefix}${same.length}`;
  const input: ExportInput = { ...asked, file: newId() };
  await store.write(
    jobToEnqueue(context, { kind: COHORT_EXPORT, uniqueKey, schoolId: null, input }),
  );
  wakeRunners(store.notices);
  const row = await store.read.jobs.byKey({ kind: COHORT_EXPORT, uniqueKey });
  const kept = row && keptExport(row, actor, now);
  if (!kept) throw new Error('An export that was asked for is not there.');
  return kept.told;
}
