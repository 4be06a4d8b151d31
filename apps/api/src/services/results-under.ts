import { compareVersions, readUnder } from '@jalon/framework';
import type { Row } from '@jalon/store';
import type { PictureCell, ReleaseChoice, RereadCell } from '@jalon/types';
import type { ServiceContext } from './context.ts';
import type { Engine, Engines } from './engine.ts';
import { Refusal } from './refusal.ts';
import { cellOf } from './results.ts';

type ResultRow = Row<'result'>;

/** What pages show under one release. */
export interface ResultsUnder {
  cells: PictureCell[];
  /** Beside them, never over them: of competences that have no result under the release. */
  rereadings: RereadCell[];
}

/** The release that was asked for, or the one in force. Refuses with `not-found`. */
export function chosenRelease(engines: Engines, version: string | undefined): Engine {
  if (version === undefined) return engines.current;
  if (!engines.versions.includes(version)) throw new Refusal('not-found');
  return engines.of(version);
}

/** The release in force and those that there are results under, newest first. */
export function releaseChoices(engines: Engines, rows: readonly ResultRow[]): ReleaseChoice[] {
  const current = engines.current.reference.version;
  return engines.versions
    .map((version) => ({
      version,
      results: rows.filter((row) => row.releaseVersion === version).length,
    }))
    .filter(({ version, results }) => results > 0 || version === current);
}

/**
 * Results of some pupils of a school, by pupil: those made under `engine`'s release, and where a
 * pupil has none in a competence the last one made under an earlier release, read under this one
 * as far as the two can be linked.
 */
export async function resultsUnder(
  { store, engines }: Pick<ServiceContext, 'store' | 'engines'>,
  engine: Engine,
  schoolId: string,
  rows: readonly ResultRow[],
): Promise<(pupilId: string) => ResultsUnder> {
  const { version } = engine.reference;
  const own = rows.filter((row) => row.releaseVersion === version);
  const has = new Set(own.map(keyOf));
  const earlier = new Map<string, ResultRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (has.has(key) || compareVersions(row.releaseVersion, version) >= 0) continue;
    const other = earlier.get(key);
    if (!other || other.finishedAt < row.finishedAt) earlier.set(key, row);
  }
  const ownOf = Map.groupBy(own, (row) => row.pupilId);
  const reread = await rereadEach({ store, engines }, engine, schoolId, [...earlier.values()]);
  return (pupilId) => ({
    cells: (ownOf.get(pupilId) ?? []).map((row) => cellOf(engine, row)),
    rereadings: reread.get(pupilId) ?? [],
  });
}

const keyOf = ({ pupilId, competence }: ResultRow): string => `${pupilId} ${competence}`;

async function rereadEach(
  { store, engines }: Pick<ServiceContext, 'store' | 'engines'>,
  engine: Engine,
  schoolId: string,
  rows: readonly ResultRow[],
): Promise<Map<string, RereadCell[]>> {
  const byPupil = new Map<string, RereadCell[]>();
  const linked = rows.flatMap((row) => {
    const from = engines.of(row.releaseVersion);
    const found = engines.link(from, engine, row.competence);
    return found.ok ? [{ row, from, link: found.link }] : [];
  });
  if (linked.length === 0) return byPupil;
  const attemptIds = linked.map(({ row }) => row.attemptId);
  const [attempts, responses] = await Promise.all([
    store.read.attempts.byIds({ schoolId, attemptIds }),
    store.read.attempts.responsesOf({ schoolId, attemptIds }),
  ]);
  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const answersOf = Map.groupBy(responses, ({ attemptId }) => attemptId);
  for (const { row, from, link } of linked) {
    const attempt = attemptOf.get(row.attemptId);
    // An erasure may have come between the two reads.
    if (!attempt) continue;
    const { linkError, level } = readUnder(from, engine, link, {
      competence: row.competence,
      prior: { mean: attempt.priorMean, sd: attempt.priorSd },
      answers: answersOf.get(row.attemptId) ?? [],
    });
    const cell = { ...cellOf(from, row), level, from: row.releaseVersion, linkError };
    byPupil.set(row.pupilId, [...(byPupil.get(row.pupilId) ?? []), cell]);
  }
  return byPupil;
}
