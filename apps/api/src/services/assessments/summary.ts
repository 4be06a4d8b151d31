import type { Row } from '@jalon/store';
import type { AssessmentSummary, CompetenceName } from '@jalon/types';
import type { Engines } from '../engine.ts';
import { isClosed, isOpened } from './state.ts';

export type AssessmentRow = Row<'assessment'>;

/** The competence an assessment is on, by the release it was given under. */
export function competenceName(
  engines: Engines,
  row: { competence: string; releaseVersion: string },
): CompetenceName {
  const competence = engines
    .of(row.releaseVersion)
    .release.framework.competences.find(({ code }) => code === row.competence);
  if (!competence) throw new Error(`No competence ${row.competence} in ${row.releaseVersion}.`);
  return { code: competence.code, name: competence.name };
}

/** The levels that an assessment's items are of; `null` where of any. */
export function levelsOf({ levelFrom, levelTo }: Pick<AssessmentRow, 'levelFrom' | 'levelTo'>) {
  return levelFrom === null || levelTo === null ? null : { from: levelFrom, to: levelTo };
}

/** An assessment as lists show it, with how many of those it was given to are where. */
export function summarise(
  engines: Engines,
  row: AssessmentRow,
  counted: { pupils: number; working: number; finished: number; chosen: number | null },
  now: Date,
): AssessmentSummary {
  return {
    id: row.id,
    classId: row.classId,
    title: row.title,
    competence: competenceName(engines, row),
    mode: row.mode,
    feedback: row.feedback,
    givenAt: row.givenAt.toISOString(),
    opensAt: row.opensAt?.toISOString() ?? null,
    opened: isOpened(row, now),
    closesAt: row.closesAt?.toISOString() ?? null,
    closed: isClosed(row, now),
    questions: row.questions,
    minutes: row.minutes,
    levels: levelsOf(row),
    chosen: counted.chosen,
    sequence: row.sequence === null ? null : { id: row.sequence, rank: row.rank },
    counts: {
      // A pupil who changed class may have sat an assessment of a class that is now smaller.
      notStarted: Math.max(0, counted.pupils - counted.working - counted.finished),
      working: counted.working,
      finished: counted.finished,
    },
  };
}
