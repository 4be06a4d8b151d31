import type { Row, Store } from '@jalon/store';

const SCHOOLS_A_PAGE = 500;
/** With all their attempts and responses. */
const PUPILS_A_PAGE = 25;

/** The schools of a store, by id, a page at a time. */
export async function* everySchool(store: Store): AsyncGenerator<Row<'school'>> {
  let after: string | null = null;
  for (;;) {
    const page: Row<'school'>[] = await store.read.rows.schools(after, SCHOOLS_A_PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** One attempt with its responses, in their order. */
export interface WholeAttempt {
  attempt: Row<'attempt'>;
  responses: Row<'response'>[];
}

/**
 * The work of a school's pupils, a few pupils at a time: their attempts, each pupil's oldest first,
 * and the results that are kept of them.
 */
export async function* everyPupilsWork(
  store: Store,
  schoolId: string,
): AsyncGenerator<{ attempts: WholeAttempt[]; results: Row<'result'>[] }> {
  const { rows } = store.read;
  let after: string | null = null;
  for (;;) {
    const pupilIds: string[] = await rows.pupilIds(schoolId, after, PUPILS_A_PAGE);
    const last = pupilIds.at(-1);
    if (last === undefined) return;
    after = last;
    const attempts = await rows.attemptsOf(schoolId, pupilIds);
    const responses = Map.groupBy(
      await rows.responsesOfPupils(schoolId, pupilIds),
      ({ attemptId }) => attemptId,
    );
    yield {
      attempts: attempts.map((attempt) => ({
        attempt,
        responses: responses.get(attempt.id) ?? [],
      })),
      results: await rows.resultsOf(schoolId, pupilIds),
    };
  }
}
