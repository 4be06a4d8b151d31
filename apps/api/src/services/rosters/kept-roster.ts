import { keyKinds, type KeyedRoster, rosterFormats } from '@jalon/rosters';
import { rosterProblem } from '@jalon/types';
import { z } from 'zod';

const keys = z.partialRecord(z.enum(keyKinds), z.string());

/** A roster as it waits in the database: names and digests, no number and no birth date. */
const keyedRoster = z.object({
  format: z.enum(rosterFormats),
  schoolYear: z.string().nullable(),
  isComplete: z.boolean(),
  classes: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['class', 'group']),
      yearGroup: z.string().nullable(),
    }),
  ),
  pupils: z.array(
    z.object({
      line: z.int(),
      firstName: z.string(),
      lastName: z.string(),
      className: z.string().nullable(),
      groups: z.array(z.string()),
      yearGroup: z.string().nullable(),
      leftOn: z.string().nullable(),
      keys,
    }),
  ),
  setAside: z.array(z.object({ firstName: z.string(), lastName: z.string(), keys })),
}) satisfies z.ZodType<KeyedRoster>;

/** What a draft's content is. */
export const keptRoster = z.object({ roster: keyedRoster, problems: z.array(rosterProblem) });
export type KeptRoster = z.infer<typeof keptRoster>;
