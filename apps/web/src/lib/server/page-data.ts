import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { ApiProblem, ApiUnreachable } from '../api/errors.ts';
import { accountPathBefore, signInPath } from '../session/paths.ts';

/**
 * What a page needs from the API. Whoever is not signed in is sent to sign in and comes back, whoever
 * has to protect the account first is sent to do so; any other refusal becomes the error page, in
 * the API's own words.
 */
export async function forPage<T>(event: RequestEvent, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (failure) {
    if (failure instanceof ApiProblem) {
      const { status, title, detail, code, instance } = failure.problem;
      if (status === 401) redirect(303, signInPath(event.url));
      if (code === 'factor-needed') redirect(303, accountPathBefore(event.url));
      error(status, { message: title, detail, code, reference: instance });
    }
    if (failure instanceof ApiUnreachable) {
      console.error(failure);
      error(503, {
        message: m.error_unreachable_title(),
        detail: m.error_unreachable_detail(),
        code: 'busy',
      });
    }
    throw failure;
  }
}
