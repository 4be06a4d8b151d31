import type { AssessmentSummary } from '@jalon/types';
import type { Teacher } from '../actor.ts';
import type { ServiceContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { summarise } from './summary.ts';

/** What was given to a class or to some of it, newest first. */
export async function listAssessments(
  { store, engines, clock }: ServiceContext,
  actor: Teacher,
  classId: string,
): Promise<AssessmentSummary[]> {
  const where = { schoolId: actor.schoolId, classId };
  const [schoolClass, rows, counts, chosen] = await Promise.all([
    store.read.classes.byId(where),
    store.read.assessments.ofClass(where),
    store.read.assessments.sittingCounts(where),
    store.read.assessments.chosenOfClass(where),
  ]);
  if (!schoolClass) throw new Refusal('not-found');
  const countOf = (assessmentId: string, status: 'open' | 'finished') =>
    counts.find((row) => row.assessmentId === assessmentId && row.status === status)?.attempts ?? 0;
  const chosenOf = Map.groupBy(chosen, ({ assessmentId }) => assessmentId);
  const now = clock();
  return rows.map((row) => {
    const chosenHere = row.audience === 'class' ? null : (chosenOf.get(row.id)?.length ?? 0);
    const counted = {
      pupils: chosenHere ?? schoolClass.pupils,
      working: countOf(row.id, 'open'),
      finished: countOf(row.id, 'finished'),
      chosen: chosenHere,
    };
    return summarise(engines, row, counted, now);
  });
}
