import type { ServiceContext } from '../context.ts';
import { type Asked, jobToEnqueue, wakeRunners } from './enqueue.ts';

/** The one job of a kind of the day that an instant is in, by UTC. */
export const jobOfDay = (kind: string, instant: Date): Asked => ({
  ...{ kind, uniqueKey: instant.toISOString().slice(0, 10) },
  ...{ schoolId: null, input: {} },
});

/**
 * Asks for the day's job of a kind, at once or not before a time of the day (UTC, such as `01:00`):
 * asked for again, by whichever process, it is the same job.
 */
export async function askOnceADay(
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
  kind: string,
  notBefore?: `${number}:${number}`,
): Promise<void> {
  const { store, clock } = context;
  const asked = jobOfDay(kind, clock());
  const due = notBefore && { dueAt: new Date(`${asked.uniqueKey}T${notBefore}:00.000Z`) };
  await store.write(jobToEnqueue(context, { ...asked, ...due }));
  wakeRunners(store.notices);
}
