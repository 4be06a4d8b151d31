import type { Row } from '@jalon/store';
import type { AssessmentSummary, CompetenceName } from '@jalon/types';
import type { Engines } from '../engine.ts';
import { isClosed } from './state.ts';

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

/** An assessment as lists show it, with how many of the class are where. */
export function summarise(
  engines: Engines,
  row: AssessmentRow,
  counted: { pupils: number; working: number; finished: number },
  now: Date,
): AssessmentSummary {
  return {
    id: row.id,
    classId: row.classId,
    title: row.title,
    competence: competenceName(engines, row),
    feedback: row.feedback,
    givenAt: row.givenAt.toISOString(),
    closesAt: row.closesAt?.toISOString() ?? null,
    closed: isClosed(row, now),
    counts: {
      // A pupil who changed class may have sat an assessment of a class that is now smaller.
      notStarted: Math.max(0, counted.pupils - counted.working - counted.finished),
      working: counted.working,
      finished: counted.finished,
    },
  };
}
