import { getLocale } from '#lib/paraglide/runtime.js';
import { problem } from '@jalon/types';
import type { SendToApi } from './call-api.ts';

/** A request that takes longer is tried again rather than waited for. */
const TIMEOUT_MS = 15_000;

const request = async (path: string, init: RequestInit): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('accept-language', getLocale());
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS);
  try {
    return await fetch(path, { ...init, headers, signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
};

let renewing: Promise<Response> | null = null;

/** Renews the session once, however many calls found that it had run out. */
function renew(): Promise<Response> {
  renewing ??= request('/api/session/refresh', { method: 'POST' }).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** Whether an answer says that nobody is signed in any more. */
async function saysNobody(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false;
  const told: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const refusal = problem.safeParse(told);
  return !refusal.success || refusal.data.code === 'not-signed-in';
}

/** Calls the API from the page, renewing the session once where it has run out. */
export const sendFromBrowser: SendToApi = async (path, init) => {
  const answer = await request(path, init);
  if (!(await saysNobody(answer))) return answer;
  const renewed = await renew();
  if (renewed.ok) return request(path, init);
  // A server that is busy has not said that the session ended: it is to be asked again.
  return renewed.status === 429 || renewed.status >= 500 ? renewed.clone() : answer;
};
