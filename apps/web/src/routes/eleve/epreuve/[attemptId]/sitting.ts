import { responseFromForm } from '@jalon/items/contract';
import type { AttemptView } from '@jalon/types';
import { givenIn } from '#lib/items/given.ts';
import { keepTrying, type Patience } from '#lib/outbox/keep-trying.ts';
import { meaningOf, type Outbox } from '#lib/outbox/outbox.ts';
import { asDuration, newClientKey, type WaitingAnswer } from '#lib/outbox/waiting-answer.ts';
import {
  arrived,
  goneOn,
  incomplete,
  leaving,
  readAgain,
  type SittingState,
} from './sitting-state.ts';

export interface SittingParts {
  pupilId: string;
  start: SittingState;
  /** Told every new state. */
  show(state: SittingState): void;
  openOutbox(): Promise<Outbox>;
  /** Reads the attempt where it stands; throws `ApiProblem` or `ApiUnreachable`. */
  readAttempt(): Promise<AttemptView>;
  patience: Patience;
  /** Makes what waits between two tries try at once. */
  tryNow(): void;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** Leads a pupil through an attempt, keeping each answer until it has arrived. */
export function createSitting(parts: SittingParts) {
  const { pupilId, show, openOutbox, readAttempt, patience, tryNow, now } = parts;
  let state = parts.start;
  let shownAt = now();
  /** The answer on the screen, from when it is kept to when it is settled. */
  let unsettled: WaitingAnswer | null = null;
  let isDelivering = false;

  const change = (next: SittingState) => {
    if (next.question?.ordinal !== state.question?.ordinal) shownAt = now();
    state = next;
    show(next);
  };
  const wait = () => change({ ...state, phase: 'waiting' });
  const hold = () => change({ ...state, phase: 'held' });

  const isShown = ({ attemptId, body }: WaitingAnswer) =>
    attemptId === state.attempt.id && body.ordinal === state.question?.ordinal;

  async function deliver(answer: WaitingAnswer): Promise<void> {
    unsettled = answer;
    isDelivering = true;
    try {
      const delivery = await (await openOutbox()).deliver(answer, wait);
      if (delivery.outcome === 'held') hold();
      else if (delivery.outcome === 'accepted') change(arrived(state, delivery.accepted));
      else await readAttemptAgain(delivery.outcome);
    } catch (failure) {
      // A mistake of ours: nobody is left before a page that does nothing, for the pupil may retry.
      wait();
      throw failure;
    } finally {
      isDelivering = false;
    }
  }

  async function readAttemptAgain(news: 'overtaken' | 'refused'): Promise<void> {
    try {
      change(readAgain(await keepTrying(readAttempt, patience, wait), news));
    } catch (failure) {
      if (meaningOf(failure) !== 'held') throw failure;
      hold();
    }
  }

  return {
    /** Takes up what an earlier visit left on this device. */
    async takeUp(): Promise<void> {
      const outbox = await openOutbox();
      const waiting = await outbox.waitingOf(pupilId);
      // The pupil may have been faster, and answers already.
      const own = state.phase === 'answering' ? waiting.find(isShown) : undefined;
      if (own) {
        change(leaving(state, own.given));
        await deliver(own);
      }
      // Another attempt's, or one that another tab gave to this question: it goes without a word.
      for (const other of waiting) {
        if (other !== own) await outbox.deliver(other, () => {});
      }
    },

    /** Reads the form: keeps and sends the answer, or says why it is none yet. */
    async answer(form: FormData): Promise<void> {
      const { question, phase } = state;
      if (!question || phase !== 'answering') return;
      const given = givenIn(form);
      const response = responseFromForm(question.item, form);
      if ('missing' in response) {
        change(incomplete(state, given, response.reason));
        return;
      }
      const answer: WaitingAnswer = {
        pupilId,
        attemptId: state.attempt.id,
        body: {
          ordinal: question.ordinal,
          response,
          clientKey: newClientKey(),
          durationMs: asDuration(now() - shownAt),
        },
        given,
        keptAt: new Date().toISOString(),
      };
      change(leaving(state, given));
      await (await openOutbox()).keep(answer);
      await deliver(answer);
    },

    /** Sends what waits at once. */
    async tryAgain(): Promise<void> {
      if (!unsettled || (state.phase !== 'waiting' && state.phase !== 'held')) return;
      change(leaving(state, state.given));
      if (isDelivering) tryNow();
      else await deliver(unsettled);
    },

    /** Goes on to the question that waits, or to the end. */
    next(): void {
      if (state.phase === 'feedback') change(goneOn(state));
    },
  };
}
export type Sitting = ReturnType<typeof createSitting>;
