import { z } from 'zod';
import type { ServiceContext } from '../context.ts';
import { defineJob, type JobKind } from '../jobs/kind.ts';
import { askOnceADay } from '../jobs/once-a-day.ts';
import { madeSoFar } from './make.ts';
import { publishAll } from './publish-all.ts';

/** The kind of the nightly job that publishes what inspectors read. */
export const PUBLICATION = 'publication';

/** When pupils are asleep in France, and a day's figures may be made (UTC). */
const NOT_BEFORE = '01:00';

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

/** Asks for the day's figures. */
export const askForPublication = (
  context: Pick<ServiceContext, 'store' | 'clock' | 'newId'>,
): Promise<void> => askOnceADay(context, PUBLICATION, NOT_BEFORE);
