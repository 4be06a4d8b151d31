import { PASSWORD_CHARACTERS, routes } from '@jalon/types';
import { fail, redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { apiFor } from '#lib/server/api.ts';
import { forPage } from '#lib/server/page-data.ts';
import { textField } from '#lib/server/sign-in.ts';
import { afterSignIn, NEXT, signInPath } from '#lib/session/paths.ts';
import type { Actions, PageServerLoad } from './$types';
import { qrPath } from './qr-path.ts';

export const load: PageServerLoad = async (event) => {
  const { actor } = await event.parent();
  if (!actor) redirect(303, signInPath(event.url));
  if (actor.role === 'pupil') redirect(303, '/eleve/mes-donnees');
  const asked = event.url.searchParams.get(NEXT);
  return {
    security: await forPage(event, callApi(apiFor(event), routes.security, {})),
    /** Where whoever was sent here to protect the account goes on to. */
    goOn: asked === null ? null : afterSignIn(actor.role, asked),
  };
};

/** Gives the sentence of a refusal that is about what was typed. */
async function orWhy<T>(
  answer: Promise<T>,
  codes: readonly string[],
): Promise<T | { error: string }> {
  try {
    return await answer;
  } catch (failure) {
    if (failure instanceof ApiProblem && codes.includes(failure.problem.code)) {
      return { error: failure.problem.detail };
    }
    throw failure;
  }
}

const ofCodes = ['wrong-code', 'too-many-requests', 'bad-request'];
const isRefused = (answer: object): answer is { error: string } => 'error' in answer;

/** A secret with the picture that an authenticator takes it from. */
function offered(secret: string, uri: string) {
  const { data, size } = encode(uri, { ecc: 'M', border: 2 });
  return { secret, uri, qr: qrPath(data), size };
}

export const actions: Actions = {
  /** Offers a secret: nothing is kept of it before a code has shown that it arrived. */
  commencer: async (event) => {
    const { secret, uri } = await forPage(event, callApi(apiFor(event), routes.beginFactor, {}));
    return { offer: offered(secret, uri) };
  },
  activer: async (event) => {
    const form = await event.request.formData();
    const [secret, uri] = [textField(form, 'cle'), textField(form, 'adresse').slice(0, 500)];
    const body = { secret, code: textField(form, 'code') };
    const answer = await forPage(
      event,
      orWhy(callApi(apiFor(event), routes.confirmFactor, { body }), ofCodes),
    );
    return isRefused(answer)
      ? fail(400, { offer: offered(secret, uri), codeError: answer.error })
      : { codes: answer.codes };
  },
  arreter: async (event) => {
    const code = textField(await event.request.formData(), 'code');
    const answer = await forPage(
      event,
      orWhy(callApi(apiFor(event), routes.endFactor, { body: { code } }), ofCodes),
    );
    return isRefused(answer)
      ? fail(400, { endError: answer.error })
      : { factorEnded: true as const };
  },
  retirerCle: async (event) => {
    const passkey = textField(await event.request.formData(), 'cle');
    await forPage(event, callApi(apiFor(event), routes.removePasskey, { body: { passkey } }));
    return { passkeyRemoved: true as const };
  },
  motDePasse: async (event) => {
    const form = await event.request.formData();
    const [current, password] = [textField(form, 'actuel'), textField(form, 'nouveau')];
    if (current === '') return fail(400, { currentError: m.staff_password_empty() });
    if (password.length < PASSWORD_CHARACTERS) {
      return fail(400, { passwordError: m.join_password_short() });
    }
    const sent = callApi(apiFor(event), routes.changePassword, { body: { current, password } });
    const answer = await forPage(
      event,
      orWhy(
        sent.catch((failure: unknown) => {
          const isCurrent = failure instanceof ApiProblem && failure.problem.status === 401;
          if (isCurrent) return { currentError: failure.problem.detail };
          throw failure;
        }),
        ['weak-password', 'too-many-requests'],
      ),
    );
    if ('currentError' in answer) return fail(400, answer);
    return isRefused(answer)
      ? fail(400, { passwordError: answer.error })
      : { passwordChanged: true as const };
  },
  deconnecter: async (event) => {
    const session = textField(await event.request.formData(), 'session') || 'others';
    await forPage(event, callApi(apiFor(event), routes.endSessions, { body: { session } }));
    return { sessionsEnded: true as const };
  },
};
