import type { ServiceContext } from '../context.ts';
import { jobToEnqueue, wakeRunners } from '../jobs/enqueue.ts';
import { RETENTION } from './retention.ts';

/** Asks for the day's retention: asked for again, by whichever process, it is the same job. */
export async function askForRetention(
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> {
  const { store, clock } = context;
  const asked = {
    kind: RETENTION,
    uniqueKey: clock().toISOString().slice(0, 10),
    schoolId: null,
    input: {},
  };
  await store.write(jobToEnqueue(context, asked));
  wakeRunners(store.notices);
}
