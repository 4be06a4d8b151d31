import { routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { calendarDay } from '#lib/words/dates.ts';
import type { Actions, PageServerLoad } from './$types';
import { getLocale } from '#lib/paraglide/runtime.js';
import { bodyOf, givenByAddress, givenIn } from './donner/given.ts';
import { explainRefusal } from './donner/refusal.ts';
import { viewOf } from './view.ts';

export const load: PageServerLoad = async (event) => {
  const { params } = event;
  const release = event.url.searchParams.get('release') || undefined;
  const send = apiFor(event);
  const [picture, assessments, sequences, actor] = await forPage(
    event,
    Promise.all([
      callApi(send, routes.classPicture, { params, query: { release } }),
      callApi(send, routes.classAssessments, { params }),
      callApi(send, routes.sequences, {}),
      callApi(send, routes.session, {}),
    ]),
  );
  return {
    picture,
    view: viewOf(picture, event.url.searchParams),
    assessments,
    sequences,
    given: givenByAddress(event.url.searchParams, sequences, getLocale()),
    today: calendarDay(new Date(), actor.timeZone),
  };
};

export const actions: Actions = {
  /** Gives what was chosen and goes on to watch it, or says what to mend. */
  donner: async (event) => {
    const { params } = event;
    const given = givenIn(await event.request.formData());
    const send = apiFor(event);
    const { levels } = await forPage(event, callApi(send, routes.framework, {}));
    const sent = callApi(send, routes.giveAssessments, {
      params,
      body: bodyOf(given, levels.length),
    }).then(
      (assessments) => ({ assessments }),
      (failure: unknown) => {
        const errors =
          failure instanceof ApiProblem ? explainRefusal(failure.problem, given) : null;
        if (!errors) throw failure;
        return { errors };
      },
    );
    const answer = await forPage(event, sent);
    if ('errors' in answer) return fail(400, { given, errors: answer.errors });
    const [first, ...others] = answer.assessments;
    if (!first || others.length > 0) {
      redirect(303, `/enseignant/classes/${params.classId}#evaluations`);
    }
    redirect(303, `/enseignant/evaluations/${first.id}`);
  },
};
