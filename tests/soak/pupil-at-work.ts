import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@jalon/measurement';
import {
  acceptedResponse,
  attemptResult,
  attemptView,
  type AttemptView,
  pupilHome,
  type StartAttempt,
  type SubmitResponse,
} from '@jalon/types';
import { anyResponse } from '../support/any-response.ts';
import { asContract, CallFailed, type Device } from './device.ts';
import type { Acknowledged } from './pupil-client.ts';
import type { Deed } from './tally.ts';

const RETRY_MS = 1_000;
/** How long a pupil whose answer is not acknowledged goes on sending it after the bell. */
const AFTER_BELL_MS = 10_000;

/** What a pupil tells of their work. */
export interface PupilReport {
  done(deed: Deed, tookMs: number): void;
  failed(kind: string): void;
  /** `assessmentId` is `null` for practice. */
  acknowledged(answer: Acknowledged, assessmentId: string | null): void;
}

interface Sitting {
  view: AttemptView;
  assessmentId: string | null;
}

/**
 * One pupil of a class that works: signs in with a card, takes what the teacher gave, practises
 * when there is nothing left of it, answers about every so often, and reads what each attempt
 * showed. All of it until the bell, by a clock of milliseconds.
 */
export async function workAsPupil(options: {
  device: Device;
  card: string;
  random: Random;
  arrivesAtMs: number;
  bellAtMs: number;
  everyMs: number;
  now: () => number;
  report: PupilReport;
}): Promise<void> {
  const { device, card, random, bellAtMs, everyMs, now, report } = options;
  const wait = (ms: number) => sleep(Math.max(0, ms));
  let sitting: Sitting | null = null;

  await wait(options.arrivesAtMs - now());
  await insist('sign-in', () => device.call('/api/session/card', { card }));
  while (now() < bellAtMs) {
    sitting ??= await begin();
    const thoughtMs = everyMs * (0.5 + random.next());
    if (now() + thoughtMs >= bellAtMs) break;
    await wait(thoughtMs);
    if (sitting) sitting = await answer(sitting, Math.round(thoughtMs));
  }
  device.close();

  /** Tries until it works, as a pupil would; `null` where it is refused for good. */
  async function insist<T>(deed: Deed, call: () => Promise<T>): Promise<T | null> {
    const startedMs = now();
    for (;;) {
      try {
        const made = await call();
        report.done(deed, now() - startedMs);
        return made;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        report.failed(`${deed}: ${error.kind}`);
        if (!error.passing || now() > bellAtMs + AFTER_BELL_MS) return null;
        await wait(RETRY_MS * (0.5 + random.next()));
      }
    }
  }

  async function begin(): Promise<Sitting | null> {
    const home = await insist('home', async () =>
      asContract(pupilHome, (await device.call('/api/home')).body),
    );
    if (home === null) return null;
    const given = home.assessments.find(({ closed, state }) => !closed && state !== 'finished');
    const chosen = home.practice[random.integer(0, home.practice.length - 1)];
    const start: StartAttempt | undefined = given
      ? { mode: 'given', assessmentId: given.id }
      : chosen && { mode: 'practice', competence: chosen.competence.code };
    if (!start) throw new Error('There is nothing to practise.');
    const view = await insist('begin', async () =>
      asContract(attemptView, (await device.call('/api/attempts', start)).body),
    );
    return view && { view, assessmentId: given ? given.id : null };
  }

  /** The sitting as it goes on, or `null` where it has ended. */
  async function answer(
    { view, assessmentId }: Sitting,
    durationMs: number,
  ): Promise<Sitting | null> {
    const { id: attemptId, current } = view;
    if (!current) return null;
    const { ordinal } = current;
    const response = anyResponse(current.item, random);
    const clientKey = randomUUID();
    const sent: SubmitResponse = { ordinal, response, clientKey, durationMs };
    const accepted = await insist('answer', async () => {
      const { body } = await device.call(`/api/attempts/${attemptId}/responses`, sent);
      report.acknowledged({ attemptId, ordinal, clientKey, response }, assessmentId);
      return asContract(acceptedResponse, body);
    });
    if (accepted === null) return null;
    if (accepted.attempt.current) return { view: accepted.attempt, assessmentId };
    await insist('result', async () =>
      asContract(attemptResult, (await device.call(`/api/attempts/${attemptId}/result`)).body),
    );
    return null;
  }
}
