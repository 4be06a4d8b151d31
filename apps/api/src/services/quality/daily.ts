import type { ServiceContext } from '../context.ts';
import { jobToEnqueue } from '../jobs/enqueue.ts';
import { askOnceADay, jobOfDay } from '../jobs/once-a-day.ts';
import { judgeRelease, QUALITY } from './job.ts';

const HOUR_MS = 3_600_000;
/** When pupils are asleep in France, and after what is published at night (UTC). */
const NOT_BEFORE = '02:00';

/** Asks for the day's report on how well the test measures. */
export const askForQuality = (
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> => askOnceADay(context, QUALITY, NOT_BEFORE);

/** Makes the day's report at once, where no process runs jobs yet and nobody waits: for the demo. */
export async function makeQualityNow(context: ServiceContext): Promise<void> {
  const { store, clock } = context;
  const { change } = store;
  const asked = jobOfDay(QUALITY, clock());
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
