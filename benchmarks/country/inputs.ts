import { readFileSync } from 'node:fs';
import { z } from 'zod';

const stated = z.object({ value: z.number().positive(), source: z.string().min(1) });

const inputs = z.strictObject({
  size: z.strictObject({
    pupils: z.number().positive(),
    schools: z.number().positive(),
    responsesAYear: z.number().positive(),
    pupilsAtOnce: z.number().positive(),
  }),
  assumptions: z.strictObject({
    secondsBetweenAnswers: stated,
    otherLoad: stated,
    busyShare: stated,
    slowerCore: stated,
    schoolDaysAYear: stated,
    yearsKept: stated,
    resultsAPupil: stated,
    sessionsAPupil: stated,
    looksAPupilAYear: stated,
    copiesOfAShard: stated,
    coresAShard: stated,
    memoryAShardGb: stated,
    mostDiskAShardGb: stated,
    pagesTouchedAPupil: stated,
    backupDays: stated,
    spareDisk: stated,
    coresAnApi: stated,
    memoryAnApiGb: stated,
  }),
  prices: z.strictObject({
    currency: z.string(),
    coreAYear: stated,
    gigabyteOfMemoryAYear: stated,
    gigabyteOfDiskAYear: stated,
    gigabyteOfBackupAYear: stated,
  }),
});

/** What a country is, and what is supposed of it; each supposition says where it comes from. */
export type CountryInputs = z.infer<typeof inputs>;

/** Reads them; throws where one is missing or unknown. */
export const readInputs = (file: string | URL): CountryInputs =>
  inputs.parse(JSON.parse(readFileSync(file, 'utf8')));
