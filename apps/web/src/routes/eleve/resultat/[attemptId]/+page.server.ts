import { routes } from '@jalon/types';
import { redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { pupilOf } from '../../pupil-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = await pupilOf(event);
  const { attemptId } = event.params;
  const result = callApi(apiFor(event), routes.attemptResult, { params: { attemptId } });
  return {
    actor,
    result: await forPage(
      event,
      result.catch((failure: unknown) => {
        const isOpen = failure instanceof ApiProblem && failure.problem.code === 'attempt-open';
        if (isOpen) redirect(303, `/eleve/epreuve/${attemptId}`);
        throw failure;
      }),
    ),
  };
};
