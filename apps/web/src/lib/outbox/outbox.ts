import type { AcceptedResponse } from '@jalon/types';
import { ApiProblem } from '../api/errors.ts';
import { keepTrying, type Patience } from './keep-trying.ts';
import type { AnswerStorage } from './storage.ts';
import type { WaitingAnswer } from './waiting-answer.ts';

/** How the sending of an answer ended. Only `held` leaves it on the device. */
export type Delivery =
  | { outcome: 'accepted'; accepted: AcceptedResponse }
  /** The attempt has moved on without it: its state must be read again. */
  | { outcome: 'overtaken' }
  /** The API will never take it: it must be answered anew. */
  | { outcome: 'refused' }
  /** Nobody, or somebody else, is signed in. */
  | { outcome: 'held' };

export interface OutboxParts extends Patience {
  storage: AnswerStorage;
  /** Sends one answer; throws `ApiProblem` or `ApiUnreachable`. */
  send(answer: WaitingAnswer): Promise<AcceptedResponse>;
  /** Told what waits on this device, whoever it is of, whenever that changes. */
  onChange?(answers: readonly WaitingAnswer[]): void;
}

/** What a failure that does not pass means for the answer. */
export function meaningOf(failure: unknown): Exclude<Delivery['outcome'], 'accepted'> {
  if (!(failure instanceof ApiProblem)) throw failure;
  const { status } = failure.problem;
  if (status === 409) return 'overtaken';
  // 403 and 404: the attempt is not this session's, for another pupil has signed in since.
  if (status === 401 || status === 403 || status === 404) return 'held';
  return 'refused';
}

/** One answer on its way, with everyone who wants to know that it has to wait. */
interface Sending {
  delivery: Promise<Delivery>;
  listeners: (() => void)[];
  hasWaited: boolean;
}

/** Keeps answers until they are acknowledged. */
export function createOutbox({ storage, send, onChange, ...patience }: OutboxParts) {
  const underWay = new Map<string, Sending>();

  const changed = async () => onChange?.(await storage.all());

  const forget = async ({ body }: WaitingAnswer) => {
    await storage.forget(body.clientKey);
    await changed();
  };

  async function sendUntilSettled(answer: WaitingAnswer, onWaiting: () => void): Promise<Delivery> {
    let delivery: Delivery;
    try {
      delivery = {
        outcome: 'accepted',
        accepted: await keepTrying(() => send(answer), patience, onWaiting),
      };
    } catch (failure) {
      delivery = { outcome: meaningOf(failure) };
    }
    if (delivery.outcome !== 'held') await forget(answer);
    return delivery;
  }

  return {
    /** Puts an answer by; it is safe against a reload once this resolves. */
    async keep(answer: WaitingAnswer): Promise<void> {
      await storage.keep(answer);
      await changed();
    },

    /** The answers of a pupil that wait on this device, oldest first. */
    async waitingOf(pupilId: string): Promise<WaitingAnswer[]> {
      return (await storage.all()).filter((answer) => answer.pupilId === pupilId);
    },

    /**
     * Sends a kept answer until it is settled; `onWaiting` is called whenever it has to wait. An
     * answer that is on its way already is not sent twice: both callers learn how it ended.
     */
    async deliver(answer: WaitingAnswer, onWaiting: () => void): Promise<Delivery> {
      const { clientKey } = answer.body;
      const already = underWay.get(clientKey);
      if (already) {
        already.listeners.push(onWaiting);
        if (already.hasWaited) onWaiting();
        return already.delivery;
      }
      const tellWaiting = () => {
        sending.hasWaited = true;
        for (const listener of sending.listeners) listener();
      };
      const sending: Sending = {
        delivery: sendUntilSettled(answer, tellWaiting).finally(() => underWay.delete(clientKey)),
        listeners: [onWaiting],
        hasWaited: false,
      };
      underWay.set(clientKey, sending);
      return sending.delivery;
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
