import { ApiProblem } from '#lib/api/errors.ts';
import { explainRefusal, type GroupErrors } from './refusal.ts';

/** What was answered, or what is to be mended in the form; any other failure is thrown on. */
export async function orErrors<T>(
  answer: Promise<T>,
): Promise<{ answer: T; errors?: never } | { answer?: never; errors: GroupErrors }> {
  try {
    return { answer: await answer };
  } catch (failure) {
    const errors = failure instanceof ApiProblem ? explainRefusal(failure.problem) : null;
    if (!errors) throw failure;
    return { errors };
  }
}
