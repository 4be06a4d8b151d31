import type { Row, Store } from '@jalon/store';

/** What of a pupil goes to another school, as rows of that school. */
export interface PupilRecord {
  attempts: Row<'attempt'>[];
  responses: Row<'response'>[];
  results: Row<'result'>[];
}

/**
 * The finished attempts of a pupil with their responses and results, as they will stand at the
 * school that asked. They leave behind what belongs to the first school: which of its assessments
 * they answered, positions in its school report, what it adapted for the pupil. An attempt that the
 * other school has already is left out: it came from there.
 */
export async function recordOf(store: Store, transfer: Row<'transfer'>): Promise<PupilRecord> {
  const { schoolId, pupilId, toSchoolId, toPupilId } = transfer;
  const there = { schoolId: toSchoolId, pupilId: toPupilId };
  const [own, known, results] = await Promise.all([
    store.read.attempts.ofPupil({ schoolId, pupilId }),
    store.read.attempts.ofPupil(there),
    store.read.attempts.resultsOfPupil({ schoolId, pupilId }),
  ]);
  const isThere = new Set(known.map(({ id }) => id));
  const finished = own.filter(({ id, status }) => status === 'finished' && !isThere.has(id));
  const attemptIds = finished.map(({ id }) => id);
  const responses =
    attemptIds.length === 0 ? [] : await store.read.attempts.responsesOf({ schoolId, attemptIds });
  return {
    attempts: finished.map((attempt) => ({ ...attempt, ...there, assessmentId: null })),
    responses: responses.map((row) => ({ ...row, schoolId: toSchoolId })),
    results: results
      .filter(({ attemptId }) => attemptIds.includes(attemptId))
      .map((row) => ({ ...row, ...there })),
  };
}
