import { setImmediate as nextTurn } from 'node:timers/promises';
import { QUALITY_MINIMUM } from '@jalon/measurement';
import { competenceQuality, type QualityReport } from '@jalon/types';
import { z } from 'zod';
import type { ServiceContext } from '../context.ts';
import { defineJob, type JobKind, type JobTry } from '../jobs/kind.ts';
import { judgeCompetence, nothingSaid } from './judge-competence.ts';
import { MOST_SITTINGS } from './sample.ts';

/** The kind of the daily job that judges how well the test measures. */
export const QUALITY = 'quality';

const DAY_MS = 86_400_000;
/** Answers of this long tell where an item is now. */
const RECENT_DAYS = 183;

const input = z.strictObject({});
const checkpoint = z.strictObject({
  version: z.string(),
  /** The competences that are judged. */
  done: z.array(competenceQuality),
});

type Context = Pick<ServiceContext, 'store' | 'engines' | 'clock'>;
type Try = JobTry<z.output<typeof input>, z.output<typeof checkpoint>>;

/** Judges the items and levels of a release by the answers of all schools; its outcome is the report. */
export function qualityJob(context: Context): JobKind {
  return defineJob({ kind: QUALITY, input, checkpoint, run: (job) => judgeRelease(context, job) });
}

/** Judges competence after competence, each a step. */
export async function judgeRelease(
  { store, engines, clock }: Context,
  { checkpoint: kept, progress, signal }: Pick<Try, 'checkpoint' | 'progress' | 'signal'>,
): Promise<QualityReport> {
  const counts = await store.read.quality.resultCounts();
  const version = releaseToJudge(counts, engines);
  const engine = engines.of(version);
  const now = clock();
  const about = {
    recentFrom: new Date(now.getTime() - RECENT_DAYS * DAY_MS),
    breathe: () => nextTurn(undefined, { signal }),
  };
  const competences = [...engine.competences.values()];
  const done = kept?.version === version ? [...kept.done] : [];
  for (const competence of competences.slice(done.length)) {
    const { code } = competence.name;
    const results = counts.find(
      (row) => row.releaseVersion === version && row.competence === code,
    )?.results;
    done.push(
      results === undefined || results < QUALITY_MINIMUM
        ? nothingSaid(competence)
        : await judgeCompetence(store, engine, competence, about),
    );
    await progress((99 * done.length) / competences.length, { version, done });
  }
  return {
    release: engine.reference,
    madeAt: now.toISOString(),
    minimum: QUALITY_MINIMUM,
    mostSittings: MOST_SITTINGS,
    competences: done,
  };
}

type Counts = { releaseVersion: string; results: number }[];

/** The newest release of which a competence has enough results; or the one in force. */
function releaseToJudge(counts: Counts, { versions, current }: ServiceContext['engines']): string {
  const enough = new Set(
    counts.filter(({ results }) => results >= QUALITY_MINIMUM).map((row) => row.releaseVersion),
  );
  return versions.find((version) => enough.has(version)) ?? current.reference.version;
}
