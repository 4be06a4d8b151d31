import { responseFromForm } from '@jalon/items/contract';
import { type AttemptView, routes } from '@jalon/types';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { givenIn } from '#lib/items/given.ts';
import { isPassing } from '#lib/outbox/keep-trying.ts';
import { asDuration, newClientKey } from '#lib/outbox/waiting-answer.ts';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { textField } from '#lib/server/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';
import { pupilOf } from '../../pupil-of.ts';
import type { SittingStart } from './sitting-state.ts';

/** What an answer sent without script changes in the page. */
type Told = Omit<SittingStart, 'attempt'>;

const readAttempt = (event: RequestEvent, attemptId: string): Promise<AttemptView> =>
  forPage(event, callApi(apiFor(event), routes.attempt, { params: { attemptId } }));

export const load: PageServerLoad = async (event) => {
  const actor = await pupilOf(event);
  const attempt = await readAttempt(event, event.params.attemptId);
  // After an answer sent without script, the page still has its feedback to show.
  if (attempt.status === 'finished' && event.request.method === 'GET') {
    redirect(303, `/eleve/resultat/${attempt.id}`);
  }
  return { actor, attempt, clientKey: newClientKey(), shownAt: Date.now() };
};

export const actions: Actions = {
  /** Takes an answer where no script could: with script, the page sends it to the API itself. */
  default: async (event) => {
    const { attemptId } = event.params;
    const form = await event.request.formData();
    const { current } = await readAttempt(event, attemptId);
    // Sent twice, or from an older page: show where the attempt stands.
    if (!current || textField(form, 'ordinal') !== String(current.ordinal)) {
      redirect(303, event.url.pathname);
    }
    const given = givenIn(form);
    const response = responseFromForm(current.item, form);
    if ('missing' in response) return fail<Told>(400, { given, refusal: response.reason });

    const body = {
      ordinal: current.ordinal,
      response,
      clientKey: textField(form, 'clientKey'),
      durationMs: asDuration(Date.now() - Number(textField(form, 'shownAt'))),
    };
    const sent = callApi(apiFor(event), routes.submitResponse, { params: { attemptId }, body });
    const accepted = await forPage(
      event,
      sent.catch((failure: unknown) => {
        if (isPassing(failure)) return null;
        if (!(failure instanceof ApiProblem) || failure.problem.status !== 409) throw failure;
        return redirect(303, event.url.pathname);
      }),
    );
    if (accepted === null) return fail<Told>(503, { given, news: 'unsent' });
    const { feedback } = accepted;
    if (feedback === null) redirect(303, event.url.pathname);
    return { question: current, given, feedback, phase: 'feedback' } satisfies Told;
  },
};
