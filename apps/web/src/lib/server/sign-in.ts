import { type ActionFailure, fail, isRedirect, redirect } from '@sveltejs/kit';
import type { Actor, ProblemCode } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { ApiProblem, ApiUnreachable } from '../api/errors.ts';
import { afterSignIn, NEXT } from '../session/paths.ts';

/** What a sign-in form shows again after a refusal. */
export interface SignInRefusal {
  /** Why, and what to do: for the whole form. */
  error: string;
  /** Of the API's refusal; `null` where it was out of reach. */
  code: ProblemCode | null;
}

/** Where a sign-in goes on that needs a second part. */
const secondParts: Partial<Record<ProblemCode, string>> = {
  'code-needed': '/connexion/code',
  'pictures-needed': '/entrer/images',
};

/** Goes on to the pages of whoever has signed in, or says why nobody has. */
export async function finishSignIn(
  url: URL,
  signIn: Promise<Actor>,
): Promise<ActionFailure<SignInRefusal>> {
  try {
    const { role } = await signIn;
    redirect(303, afterSignIn(role, url.searchParams.get(NEXT)));
  } catch (failure) {
    if (isRedirect(failure)) throw failure;
    if (failure instanceof ApiProblem) {
      const { code, detail, status } = failure.problem;
      const goesOn = secondParts[code];
      if (goesOn) redirect(303, goesOn + url.search);
      return fail(status, { error: detail, code });
    }
    if (failure instanceof ApiUnreachable) {
      console.error(failure);
      return fail(503, { error: m.error_unreachable_detail(), code: null });
    }
    throw failure;
  }
}

/** The text of a form's field, as it was typed; empty where it is not a text. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
