import { routes, type StartAttempt } from '@jalon/types';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';
import { pupilOf } from './pupil-of.ts';

export const load: PageServerLoad = async (event) => ({
  actor: await pupilOf(event),
  home: await forPage(event, callApi(apiFor(event), routes.home, {})),
});

/** Begins or takes up an attempt and goes to it; says why on the page where that cannot be. */
async function begin(event: RequestEvent, body: StartAttempt) {
  const started = callApi(apiFor(event), routes.startAttempt, { body }).catch(
    (failure: unknown) => {
      if (failure instanceof ApiProblem && [409, 422].includes(failure.problem.status))
        return failure;
      throw failure;
    },
  );
  const attempt = await forPage(event, started);
  if (attempt instanceof ApiProblem) {
    return fail(attempt.problem.status, { error: attempt.problem.detail });
  }
  const folder = attempt.status === 'finished' ? 'resultat' : 'epreuve';
  redirect(303, `/eleve/${folder}/${attempt.id}`);
}

export const actions: Actions = {
  commencer: async (event) => {
    const form = await event.request.formData();
    return begin(event, { mode: 'given', assessmentId: textField(form, 'evaluation') });
  },
  entrainer: async (event) => {
    const form = await event.request.formData();
    return begin(event, { mode: 'practice', competence: textField(form, 'competence') });
  },
};
