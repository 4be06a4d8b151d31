import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from '@jalon/items/contract';
import { seededRandom } from '@jalon/measurement';
import {
  acceptedResponse,
  attemptView,
  type AttemptView,
  type StartAttempt,
  type SubmitResponse,
} from '@jalon/types';
import { anyResponse } from '../support/any-response.ts';
import { type PupilNotes, steadyMs } from './ledger.ts';
import { createReplies } from './replies.ts';

/** An answer that the server said it keeps. */
export interface Acknowledged {
  attemptId: string;
  ordinal: number;
  clientKey: string;
  response: Response;
}

/** Who works, on what, and how fast. */
export interface PupilSettings {
  origin: string;
  pupil: number;
  card: string;
  /** Competences that may be practised. */
  competences: readonly string[];
  /** Assessments given to the pupil, each sat once. */
  assessments: readonly string[];
  /** The longest thought before a call. */
  thoughtMs: number;
  notes: PupilNotes;
}

/** How long a device waits where the server is away or busy. */
const AWAY_MS = 100;

export type PupilClient = ReturnType<typeof createPupilClient>;

/**
 * A pupil's device that never gives up: it keeps an answer until it is acknowledged and sends it
 * again unchanged, as the player does.
 */
export function createPupilClient(settings: PupilSettings) {
  const { pupil, card, competences, thoughtMs, notes } = settings;
  const random = seededRandom(card);
  const given = [...settings.assessments];
  const { call } = createReplies(settings.origin, notes);
  let working = false;
  let beginning: StartAttempt | null = null;
  let view: AttemptView | null = null;
  let waiting: SubmitResponse | null = null;

  /** Asks again until it is answered or the work pauses; signs in where that is needed. */
  async function insist(path: string, body: unknown): Promise<unknown> {
    const reply = await call(path, body);
    if (reply === 'later') {
      await sleep(AWAY_MS);
      return null;
    }
    if (reply.status === 401) {
      // A session that cannot be renewed ends; the card opens another.
      const renewed = await call('/api/session/refresh', {});
      if (renewed === 'later' || renewed.status === 200) return null;
      const opened = await call('/api/session/card', { card });
      if (opened === 'later') return null;
      if (opened.status === 200) notes.signedIn();
      else notes.defect(`a card was refused: ${opened.status} ${opened.code}`);
      return null;
    }
    if (reply.status === 200) return reply.body;
    notes.defect(`${path.replace(/[0-9a-f-]{36}/, 'ID')}: ${reply.status} ${reply.code}`);
    beginning = view = waiting = null;
    return null;
  }

  function choose(): StartAttempt {
    const assessmentId = random.next() < 0.5 ? given.pop() : undefined;
    if (assessmentId !== undefined) return { mode: 'given', assessmentId };
    const competence = competences[random.integer(0, competences.length - 1)];
    if (competence === undefined) throw new Error('There is nothing to practise.');
    return { mode: 'practice', competence };
  }

  async function begin(): Promise<void> {
    beginning ??= choose();
    const begun = await insist('/api/attempts', beginning);
    if (begun === null) return;
    view = attemptView.parse(begun);
    beginning = null;
  }

  async function answer({ id: attemptId, current }: AttemptView): Promise<void> {
    if (!current) {
      view = null;
      return;
    }
    waiting ??= {
      ordinal: current.ordinal,
      response: anyResponse(current.item, random),
      clientKey: randomUUID(),
      durationMs: random.integer(1_000, 60_000),
    };
    const accepted = await insist(`/api/attempts/${attemptId}/responses`, waiting);
    if (accepted === null || waiting === null) return;
    const { ordinal, clientKey, response } = waiting;
    notes.acknowledged({ attemptId, ordinal, clientKey, response }, pupil);
    waiting = null;
    view = acceptedResponse.parse(accepted).attempt;
  }

  return {
    /** Answers until `pause` is called. */
    async work(): Promise<void> {
      working = true;
      while (working) {
        await (view ? answer(view) : begin());
        await sleep(random.integer(0, thoughtMs));
      }
    },
    pause(): void {
      working = false;
    },
    /** Sends what is not acknowledged until it is, or until an instant of `steadyMs`. */
    async settle(untilMs: number): Promise<boolean> {
      while (waiting && view && steadyMs() < untilMs) await answer(view);
      return waiting === null;
    },
  };
}
