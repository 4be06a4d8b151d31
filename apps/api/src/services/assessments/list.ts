import type { AssessmentSummary } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { summarise } from './summary.ts';

/** What was given to a class, newest first. */
export async function listAssessments(
  { store, engines, clock }: ServiceContext,
  actor: Teacher,
  classId: string,
): Promise<AssessmentSummary[]> {
  const where = { schoolId: actor.schoolId, classId };
  const [schoolClass, rows, counts] = await Promise.all([
    store.read.classes.byId(where),
    store.read.classes.assessments(where),
    store.read.classes.sittingCounts(where),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const countOf = (assessmentId: string, status: 'open' | 'finished') =>
    counts.find((row) => row.assessmentId === assessmentId && row.status === status)?.attempts ?? 0;
  const now = clock();
  return rows.map((row) =>
    summarise(
      engines,
      row,
      {
        pupils: schoolClass.pupils,
        working: countOf(row.id, 'open'),
        finished: countOf(row.id, 'finished'),
      },
      now,
    ),
  );
}
