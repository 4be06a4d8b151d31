import type { ServiceContext } from '../services/context.ts';
import { COHORT_EXPORT, keyPrefixOf } from '../services/cohorts/exports/kept-job.ts';
import { knownExport } from './route-calls.ts';
import { actors, uuid } from './two-schools.ts';

/** Writes an export of the first inspector's that is done, and whose file is on another disk. */
export async function addDoneExport({
  store,
  engines,
  clock,
}: Pick<ServiceContext, 'store' | 'engines' | 'clock'>): Promise<void> {
  const now = clock();
  const { id: inspector, territory } = actors.inspector;
  const held = { id: knownExport, tries: 1 };
  await store.write(
    store.change.enqueueJob({
      ...{
        id: knownExport,
        kind: COHORT_EXPORT,
        uniqueKey: `${keyPrefixOf({ id: inspector })}a/0`,
      },
      ...{ schoolId: null, dueAt: now, createdAt: now },
      input: {
        ...{ inspector, territory, file: uuid(902), format: 'csv', by: 'school' },
        release: engines.current.reference.version,
        within: `${territory.kind}:${territory.code}`,
      },
    }),
    store.change.takeJob({ id: knownExport, status: 'waiting', tries: 0 }, { now, leaseEnd: now }),
    store.change.finishJob(held, { bytes: 1 }, now),
  );
}
