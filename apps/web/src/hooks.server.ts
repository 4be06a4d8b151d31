import { routes } from '@jalon/types';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { callApi } from '#lib/api/call-api.ts';
import { ApiProblem, ApiUnreachable } from '#lib/api/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { apiFor } from '#lib/server/api.ts';
import { describeFailure } from '#lib/server/describe-failure.ts';
import { NEEDS_MARK, needsMark } from '#lib/session/needs.ts';

/** Settles the language of the page: the one that was chosen, else the browser's, else French. */
const chooseLanguage: Handle = ({ event, resolve }) =>
  paraglideMiddleware(new Request(event.url, { headers: event.request.headers }), ({ locale }) =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) }),
  );

/** Renews a session whose access token has run out, before anything asks who is there. */
const renewSession: Handle = async ({ event, resolve }) => {
  if (!event.cookies.get('jalon_access') && event.cookies.get('jalon_refresh')) {
    try {
      await callApi(apiFor(event), routes.refreshSession, {});
    } catch (failure) {
      // Ended, or out of reach: the page itself then says what to do.
      if (!(failure instanceof ApiProblem) && !(failure instanceof ApiUnreachable)) throw failure;
    }
  }
  return resolve(event);
};

/** Marks the page with what looks otherwise for its pupil, as the layout has learnt it. */
const markNeeds: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace(NEEDS_MARK, needsMark(event.locals)),
  });

/** Links to the styles of players that are fetched where they are needed. */
const LATER_STYLES =
  /[ \t]*<link href="[^"]*\/assets\/(?:\w+Player|simulator)\.[\w-]+\.css"[^>]*>\n?/g;

/** Leaves out the styles of simulators: they come with their scripts, where one is asked. */
const leaveStylesForLater: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replaceAll(LATER_STYLES, '') });

const protectPages: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  response.headers.set('cache-control', 'private, no-store');
  if (event.url.protocol === 'https:') {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
};

export const handle = sequence(
  protectPages,
  chooseLanguage,
  markNeeds,
  leaveStylesForLater,
  renewSession,
);

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'app') return error;
  if (kind === 'framework' && error.status === 404) {
    return { message: m.error_not_found_title(), detail: m.error_not_found_detail() };
  }
  if (kind !== 'framework') console.error(describeFailure(error));
  return { message: m.error_unexpected_title(), detail: m.error_unexpected_detail() };
};
