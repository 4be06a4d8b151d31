import type { FormRefusal, PresentedItem } from '@jalon/items/contract';
import type { AcceptedResponse, AttemptView, ScoredFeedback } from '@jalon/types';
import type { Given } from '#lib/items/given.ts';

/** A question on the screen. */
export interface ShownQuestion {
  ordinal: number;
  item: PresentedItem;
}

/**
 * - `answering`: the question waits for the pupil
 * - `sending`, `waiting`: the answer is kept here and on its way, or will be once it can
 * - `held`: the answer is kept here until its pupil signs in again
 * - `feedback`: the answer has arrived, and the pupil reads why
 */
export type Phase = 'answering' | 'sending' | 'waiting' | 'held' | 'feedback';

/**
 * Something to say that the pupil did not ask for: the question had been answered elsewhere, the
 * answer could not be taken, or (without script) it could not be sent now.
 */
export type News = 'overtaken' | 'refused' | 'unsent';

/** An attempt as it goes on in the page: one question at a time. */
export interface SittingState {
  attempt: AttemptView;
  /** `null` once the attempt is finished. */
  question: ShownQuestion | null;
  given: Given;
  refusal: FormRefusal['reason'] | null;
  feedback: ScoredFeedback | null;
  phase: Phase;
  news: News | null;
}

/** The question that waits, or the end. */
const atCurrent = (attempt: AttemptView, news: News | null): SittingState => ({
  attempt,
  question: attempt.current,
  given: {},
  refusal: null,
  feedback: null,
  phase: 'answering',
  news,
});

/** What the server found when it made the page, also after an answer that was sent without script. */
export type SittingStart = Partial<SittingState> & { attempt: AttemptView };

export const started = (start: SittingStart): SittingState => ({
  ...atCurrent(start.attempt, null),
  ...start,
});

/** The form holds no answer yet. */
export const incomplete = (
  state: SittingState,
  given: Given,
  refusal: FormRefusal['reason'],
): SittingState => ({ ...state, given, refusal, news: null });

/** The answer leaves. */
export const leaving = (state: SittingState, given: Given): SittingState => ({
  ...state,
  given,
  refusal: null,
  news: null,
  phase: 'sending',
});

/** The answer to the question on the screen has arrived. */
export const arrived = (
  state: SittingState,
  { attempt, feedback }: AcceptedResponse,
): SittingState =>
  feedback ? { ...state, attempt, feedback, phase: 'feedback' } : atCurrent(attempt, null);

/** The attempt was read again, for the answer on the screen counts no more. */
export const readAgain = (attempt: AttemptView, news: News): SittingState =>
  atCurrent(attempt, news);

/** The pupil has read why, and goes on. */
export const goneOn = ({ attempt }: SittingState): SittingState => atCurrent(attempt, null);
