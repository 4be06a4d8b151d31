// One file, so that it is fetched by whoever presses a button that asks a device, and nobody else.
import { type Actor, routes } from '@jalon/types';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { sendFromBrowser } from '#lib/api/browser.ts';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayFailure } from './say-failure.ts';

/** Signs in with a passkey that the device offers; gives who has, or why nobody has. */
export async function signInByPasskey(): Promise<Actor | { error: string }> {
  try {
    const optionsJSON = await callApi(sendFromBrowser, routes.beginPasskeySignIn, {});
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON });
    const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
    const credential = {
      ...{ id, rawId, type },
      response: { clientDataJSON, authenticatorData, signature, userHandle },
    };
    return await callApi(sendFromBrowser, routes.signInWithPasskey, { body: { credential } });
  } catch (failure) {
    return { error: sayFailure(failure) };
  }
}

/** What became of a passkey: added, with recovery codes if it is the first; or why it was not. */
export type Added =
  | { codes: string[] }
  | { passwordError: string }
  /** Of the whole. */
  | { error: string };

/** Has the device make a passkey of the account whose password is given. */
export async function addPasskey(name: string, password: string): Promise<Added> {
  try {
    const optionsJSON = await callApi(sendFromBrowser, routes.beginPasskey, { body: { password } });
    const { id, rawId, type, response } = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports = [] } = response;
    const credential = {
      ...{ id, rawId, type },
      response: { clientDataJSON, attestationObject, transports },
    };
    return await callApi(sendFromBrowser, routes.addPasskey, { body: { name, credential } });
  } catch (failure) {
    const isPassword = failure instanceof ApiProblem && failure.problem.code === 'wrong-password';
    return isPassword
      ? { passwordError: m.passkey_wrong_password() }
      : { error: sayFailure(failure) };
  }
}
