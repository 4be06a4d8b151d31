import { randomUUID } from 'node:crypto';
import type { Response } from '@jalon/items/contract';
import { seededRandom } from '@jalon/measurement';
import {
  acceptedResponse,
  attemptView,
  type AttemptView,
  frameworkView,
  type SubmitResponse,
} from '@jalon/types';
import { anyResponse } from '../support/any-response.ts';

/** An answer that the server said it keeps. */
export interface Acknowledged {
  attemptId: string;
  ordinal: number;
  clientKey: string;
  response: Response;
}

/**
 * A pupil's device that never gives up: it keeps an answer until it is acknowledged and sends it
 * again unchanged, as the player does.
 */
export function createPupilClient(origin: string, card: string, acknowledged: Acknowledged[]) {
  const random = seededRandom(card);
  let cookies = '';
  let working = false;
  let view: AttemptView | null = null;
  let waiting: SubmitResponse | null = null;

  /** One call; `null` where the server was not there or is to be asked again. */
  async function call(
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown } | null> {
    try {
      const reply = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { cookie: cookies, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      });
      const read: unknown = await reply.json();
      const given = reply.headers.getSetCookie();
      if (given.length > 0) cookies = given.map((cookie) => cookie.split(';')[0]).join('; ');
      return { status: reply.status, body: read };
    } catch {
      return null;
    }
  }

  async function begin(): Promise<void> {
    const framework = await call('/api/framework');
    if (framework?.status !== 200) return;
    const open = frameworkView.parse(framework.body).competences.filter(({ items }) => items > 0);
    const competence = open[random.integer(0, open.length - 1)]?.code;
    const begun = await call('/api/attempts', { mode: 'practice', competence });
    if (begun?.status === 200) view = attemptView.parse(begun.body);
    else if (begun?.status === 401) await call('/api/session/card', { card });
  }

  async function answer(current: AttemptView): Promise<void> {
    if (!current.current) {
      view = null;
      return;
    }
    waiting ??= {
      ordinal: current.current.ordinal,
      response: anyResponse(current.current.item, random),
      clientKey: randomUUID(),
      durationMs: random.integer(1_000, 60_000),
    };
    const reply = await call(`/api/attempts/${current.id}/responses`, waiting);
    if (!reply || reply.status >= 500) return;
    if (reply.status === 401) {
      await call('/api/session/card', { card });
      return;
    }
    if (reply.status !== 200) {
      throw new Error(`An answer was refused: ${JSON.stringify(reply.body)}`);
    }
    const { ordinal, clientKey, response } = waiting;
    acknowledged.push({ attemptId: current.id, ordinal, clientKey, response });
    waiting = null;
    view = acceptedResponse.parse(reply.body).attempt;
  }

  return {
    /** Answers until `pause` is called. */
    async work(): Promise<void> {
      working = true;
      while (working) {
        await (view ? answer(view) : begin());
        await new Promise((resolve) => setTimeout(resolve, random.integer(0, 5)));
      }
    },
    pause(): void {
      working = false;
    },
  };
}
