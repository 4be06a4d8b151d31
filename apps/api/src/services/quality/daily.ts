import type { ServiceContext } from '../context.ts';
import { type Asked, jobToEnqueue, wakeRunners } from '../jobs/enqueue.ts';
import { judgeRelease, QUALITY } from './job.ts';

const HOUR_MS = 3_600_000;
/** When pupils are asleep in France, and after what is published at night (UTC). */
const HOUR = 'T02:00:00.000Z';

/** The day's report: asked for again, by whichever process, it is the same job. */
const reportOf = (day: string): Asked => ({
  kind: QUALITY,
  uniqueKey: day,
  schoolId: null,
  input: {},
});

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** Asks for the day's report on how well the test measures. */
export async function askForQuality(
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> {
  const { store, clock } = context;
  const day = dayOf(clock());
  await store.write(jobToEnqueue(context, { ...reportOf(day), dueAt: new Date(day + HOUR) }));
  wakeRunners(store.notices);
}

/** Makes the day's report at once, where no process runs jobs yet and nobody waits: for the demo. */
export async function makeQualityNow(context: ServiceContext): Promise<void> {
  const { store, clock } = context;
  const { change } = store;
  const asked = reportOf(dayOf(clock()));
  await store.write(jobToEnqueue(context, asked));
  const job = await store.read.jobs.byKey(asked);
  if (job?.status !== 'waiting') return;
  const leaseEnd = new Date(clock().getTime() + HOUR_MS);
  await store.write(change.takeJob(job, { now: clock(), leaseEnd }));
  const report = await judgeRelease(context, {
    checkpoint: null,
    progress: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  await store.write(change.finishJob({ id: job.id, tries: job.tries + 1 }, report, clock()));
}
