import { routes, transferAnswer } from '@jalon/types';
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  transfers: await forPage(event, callApi(apiFor(event), routes.transfers, {})),
});

export const actions: Actions = {
  /** Asks for the records of the pupils that were ticked. */
  demander: async (event) => {
    const form = await event.request.formData();
    const pupilIds = form.getAll('eleve').filter((value) => typeof value === 'string');
    if (pupilIds.length === 0) return fail(400, { nobody: true });
    return forPage(event, callApi(apiFor(event), routes.askTransfers, { body: { pupilIds } }));
  },
  /** Sends a record, or refuses. */
  repondre: async (event) => {
    const form = await event.request.formData();
    const answer = transferAnswer.catch('refused').parse(textField(form, 'reponse'));
    const sent = callApi(apiFor(event), routes.answerTransfer, {
      params: { transferId: textField(form, 'demande') },
      body: { answer },
    }).then(
      (outcome) => ({ ...outcome, answer }),
      (failure: unknown) => {
        if (failure instanceof ApiProblem && failure.problem.status === 409) return failure;
        throw failure;
      },
    );
    const answered = await forPage(event, sent);
    if (answered instanceof ApiProblem) return fail(409, { error: answered.problem.detail });
    return answered;
  },
};
