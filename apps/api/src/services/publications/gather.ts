import { addMeasure, answersAlone, changeBetween } from '@jalon/measurement';
import type { StoreReads } from '@jalon/store';
import type { ServiceContext } from '../context.ts';
import type { Engine } from '../engine.ts';
import { startOfSchoolYear } from '../school-year.ts';
import { timeZoneOf } from '../time-zones.ts';
import { type CohortSchool, schoolsOf } from '../cohorts/school.ts';
import { type Tallies, tallyOf } from './tallies.ts';

/** So far apart two measures of a pupil are, at least, for their difference to be counted. */
export const LEAST_DAYS_APART = 30;
const DAY_MS = 86_400_000;

type Reads = Pick<StoreReads, 'cohorts'>;
type Measure = Awaited<ReturnType<StoreReads['cohorts']['measures']>>[number];
type First = Awaited<ReturnType<StoreReads['cohorts']['firstMeasures']>>[number];

/** What figures of a release are made of. Nothing here is of one pupil. */
export interface Gathered {
  schools: CohortSchool[];
  /** By competence. */
  tallies: ReadonlyMap<string, Tallies>;
}

/**
 * Goes through every school's results under a release, one school at a time, and counts. Whoever
 * answers meanwhile may be counted or not; each pupil is counted once.
 */
export async function gatherTallies(
  { store }: Pick<ServiceContext, 'store'>,
  engine: Engine,
  { schoolYear, signal }: { schoolYear: string; signal?: AbortSignal },
): Promise<Gathered> {
  const reads: Reads = store.read;
  const rows = await reads.cohorts.yearGroups();
  const tallies = new Map<string, Tallies>(
    [...engine.competences.keys()].map((competence) => [competence, new Map()]),
  );
  const releaseVersion = engine.reference.version;
  for (const [schoolId, [first]] of Map.groupBy(rows, (row) => row.schoolId)) {
    signal?.throwIfAborted();
    if (!first) continue;
    const since = startOfSchoolYear(schoolYear, timeZoneOf(first.department));
    const measures = await reads.cohorts.measures({ schoolId, releaseVersion });
    if (measures.length === 0) continue;
    const firsts = await reads.cohorts.firstMeasures({ schoolId, releaseVersion, since });
    addSchool(tallies, engine, first.uai, { measures, firsts });
  }
  return { schools: schoolsOf(rows), tallies };
}

function addSchool(
  tallies: ReadonlyMap<string, Tallies>,
  { release }: Engine,
  uai: string,
  { measures, firsts }: { measures: readonly Measure[]; firsts: readonly First[] },
): void {
  const firstOf = new Map(firsts.map((row) => [`${row.pupilId} ${row.competence}`, row]));
  const levels = release.framework.levels.length;
  for (const row of measures) {
    const ofCompetence = tallies.get(row.competence);
    if (!ofCompetence) continue;
    const tally = tallyOf(ofCompetence, uai, row.yearGroup, levels);
    tally.levels[row.level - 1] = (tally.levels[row.level - 1] ?? 0) + 1;
    const now = answersAlone(row);
    if (now) addMeasure(tally.standing, now);
    const first = firstOf.get(`${row.pupilId} ${row.competence}`);
    if (!first?.finishedAt || !isLongBefore(first.finishedAt, row.finishedAt)) continue;
    const before = answersAlone(first);
    if (!now || !before) continue;
    tally.twice += 1;
    addMeasure(tally.change, changeBetween(before, now));
  }
}

const isLongBefore = (first: Date, last: Date): boolean =>
  last.getTime() - first.getTime() >= LEAST_DAYS_APART * DAY_MS;
