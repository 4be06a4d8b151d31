import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { calendarDay } from '#lib/words/dates.ts';
import type { Actions, PageServerLoad } from './$types';
import { explainRefusal, givenIn } from './give.ts';

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const release = event.url.searchParams.get('release') || undefined;
  const send = apiFor(event);
  const [picture, assessments, actor] = await forPage(
    event,
    Promise.all([
      callApi(send, routes.classPicture, { params, query: { release } }),
      callApi(send, routes.classAssessments, { params }),
      callApi(send, routes.session, {}),
    ]),
  );
  const order = event.url.searchParams.get('ordre');
  return {
    picture,
    /** A competence of the framework: an address that names no other is read as by name. */
    orderedBy: picture.competences.find(({ code }) => code === order)?.code,
    assessments,
    today: calendarDay(new Date(), actor.timeZone),
  };
};

export const actions: Actions = {
  /** Gives an assessment to the class and goes on to watch it, or says what to mend. */
  donner: async (event) => {
    const given = givenIn(await event.request.formData());
    const sent = callApi(apiFor(event), routes.giveAssessment, {
      params: event.params,
      body: { ...given, closesOn: given.closesOn || null },
    }).then(
      (assessment) => ({ assessment }),
      (failure: unknown) => {
        const errors = failure instanceof ApiProblem ? explainRefusal(failure.problem) : null;
        if (!errors) throw failure;
        return { errors };
      },
    );
    const answer = await forPage(event, sent);
    if ('errors' in answer) return fail(400, { given, errors: answer.errors });
    redirect(303, `/enseignant/evaluations/${answer.assessment.id}`);
  },
};
