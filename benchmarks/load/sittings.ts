import { randomUUID } from 'node:crypto';
import type { Random } from '@jalon/measurement';
import { acceptedResponse, attemptView, type AttemptView, frameworkView } from '@jalon/types';
import { anyResponse } from '../../tests/support/any-response.ts';
import type { Client } from '../http-client.ts';

/** A sitting under way, and the token of who sits it. */
export interface Sitting {
  token: string;
  view: AttemptView;
}

/** One practice of each competence for each pupil, begun before any clock runs. */
export async function beginSittings(
  client: Client,
  origin: string,
  tokens: readonly string[],
): Promise<Sitting[]> {
  const framework = frameworkView.parse(await (await fetch(`${origin}/api/framework`)).json());
  const competences = framework.competences.filter(({ items }) => items > 0);
  const sittings: Sitting[] = [];
  for (const { code } of competences) {
    const views = await Promise.all(
      tokens.map(async (token) => {
        const begun = { mode: 'practice', competence: code };
        const { status, text } = await client.post('/api/attempts', token, begun);
        if (status !== 200) throw new Error(`A practice was refused: ${text}`);
        return { token, view: attemptView.parse(JSON.parse(text)) };
      }),
    );
    sittings.push(...views);
  }
  return sittings;
}

/** Answers the item that waits; gives the sitting as it goes on, `null` once it is over. */
export async function answerOne(
  client: Client,
  { token, view }: Sitting,
  random: Random,
): Promise<Sitting | null> {
  if (!view.current) return null;
  const reply = await client.post(`/api/attempts/${view.id}/responses`, token, {
    ordinal: view.current.ordinal,
    response: anyResponse(view.current.item, random),
    clientKey: randomUUID(),
    durationMs: 10_000,
  });
  if (reply.status !== 200) throw new Error(`An answer was refused: ${reply.text}`);
  const next = acceptedResponse.parse(JSON.parse(reply.text)).attempt;
  return next.current ? { token, view: next } : null;
}
