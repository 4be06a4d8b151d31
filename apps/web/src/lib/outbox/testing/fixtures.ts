import {
  type AcceptedResponse,
  type AttemptView,
  type ProblemCode,
  problemCodes,
} from '@jalon/types';
import { ApiProblem } from '../../api/errors.ts';
import { newClientKey, type WaitingAnswer } from '../waiting-answer.ts';

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A pupil's answer to a question of attempt 9. */
export const answerOf = (pupil: number, ordinal = 3): WaitingAnswer => ({
  pupilId: uuid(pupil),
  attemptId: uuid(9),
  body: {
    ordinal,
    response: { kind: 'choice', option: 'o1' },
    clientKey: newClientKey(),
    durationMs: 4_000,
  },
  given: { answer: ['o1'] },
  keptAt: `2026-11-24T10:00:0${ordinal}.000Z`,
});

/** Attempt 9 as it waits for an answer; finished where that is one after the last of three. */
export const attemptAt = (ordinal: number): AttemptView => ({
  id: uuid(9),
  title: 'Un test',
  mode: 'measure',
  status: ordinal > 3 ? 'finished' : 'open',
  competence: { code: '1.1', name: 'Chercher' },
  feedback: 'later',
  progress: { answered: ordinal - 1, atLeast: 3, atMost: 3, minutes: null },
  current:
    ordinal > 3
      ? null
      : {
          ordinal,
          item: {
            kind: 'choice',
            language: 'fr',
            prompt: `Question ${ordinal} ?`,
            stimulus: [],
            options: [
              { id: 'o1', text: 'Oui' },
              { id: 'o2', text: 'Non' },
            ],
          },
        },
});

export const feedback = {
  points: 1,
  possible: 1,
  correct: true,
  text: 'Oui, exactement.',
  key: 'Oui',
};

/** What the API says of an answer it has taken. */
export const acceptedAt = (
  ordinal: number,
  told: AcceptedResponse['feedback'] = null,
): AcceptedResponse => ({ ordinal, feedback: told, attempt: attemptAt(ordinal + 1) });

export const refusal = (code: ProblemCode) =>
  new ApiProblem({
    type: 'about:blank',
    code,
    title: code,
    status: problemCodes[code],
    detail: 'Recommence.',
    instance: uuid(1),
  });
