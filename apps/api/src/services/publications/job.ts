import { z } from 'zod';
import type { ServiceContext } from '../context.ts';
import { jobToEnqueue, wakeRunners } from '../jobs/enqueue.ts';
import { defineJob, type JobKind } from '../jobs/kind.ts';
import { madeSoFar } from './make.ts';
import { publishAll } from './publish-all.ts';

/** The kind of the nightly job that publishes what inspectors read. */
export const PUBLICATION = 'publication';

/** When pupils are asleep in France, and a day's figures may be made (UTC). */
const HOUR = 'T01:00:00.000Z';

const checkpoint = z.strictObject({
  releases: z.array(z.strictObject({ version: z.string(), publicationId: z.string() })),
  making: madeSoFar.nullable(),
});

/** Publishes the figures of every release, competence by competence; its outcome is the releases. */
export function publicationJob(context: ServiceContext): JobKind {
  return defineJob({
    kind: PUBLICATION,
    input: z.strictObject({}),
    checkpoint,
    async run({ checkpoint: soFar, progress, signal }) {
      const { releases } = await publishAll(context, {
        soFar,
        signal,
        keep: (share, state, changes) => progress(Math.min(99, 100 * share), state, ...changes),
      });
      return { releases };
    },
  });
}

/** Asks for the day's figures: asked for again, by whichever process, it is the same job. */
export async function askForPublication(
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> {
  const { store, clock } = context;
  const day = clock().toISOString().slice(0, 10);
  const asked = { kind: PUBLICATION, uniqueKey: day, schoolId: null, input: {} };
  await store.write(jobToEnqueue(context, { ...asked, dueAt: new Date(day + HOUR) }));
  wakeRunners(store.notices);
}
