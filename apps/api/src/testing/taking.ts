import { distractorResponses, type ItemDefinition, keyResponse } from '@jalon/items';
import type { Response } from '@jalon/items/contract';
import type { AcceptedResponse, AttemptView, StartAttempt, SubmitResponse } from '@jalon/types';
import type { Pupil } from '../services/actor.ts';
import { answerItem } from '../services/attempts/answer.ts';
import type { AttemptRow } from '../services/attempts/choose-item.ts';
import { startAttempt } from '../services/attempts/start.ts';
import { currentInstance } from '../services/attempts/view.ts';
import type { ServiceContext } from '../services/context.ts';
import { actors } from './two-schools.ts';

/** Whether a pupil answers an item rightly. */
export type Skill = (item: ItemDefinition) => boolean;

/** Answers rightly up to a level. */
export const upToLevel =
  (level: number): Skill =>
  (item) =>
    item.level <= level;

/** What a pupil of the tests does, through the services that a browser reaches. */
export function taking(context: ServiceContext, actor: Pupil = actors.pupil) {
  const where = (attemptId: string) => ({ schoolId: actor.schoolId, attemptId });

  const row = async (attemptId: string): Promise<AttemptRow> => {
    const found = await context.store.read.attempts.byId(where(attemptId));
    if (!found) throw new Error(`There is no attempt ${attemptId}.`);
    return found;
  };

  /** The right response to the item that an attempt waits for, or a mistake. */
  const response = async (attemptId: string, isRight: boolean): Promise<Response> => {
    const attempt = await row(attemptId);
    const instance = currentInstance(context.engines.of(attempt.releaseVersion), attempt);
    if (!instance) throw new Error(`Attempt ${attemptId} waits for nothing.`);
    const [mistake] = distractorResponses(instance);
    if (!mistake) throw new Error(`${instance.itemId} cannot be answered wrongly.`);
    return isRight ? keyResponse(instance) : mistake;
  };

  /** What a browser sends for the item that waits. */
  const submission = async (attemptId: string, isRight = true): Promise<SubmitResponse> => ({
    ordinal: (await row(attemptId)).answered + 1,
    response: await response(attemptId, isRight),
    clientKey: context.newId(),
    durationMs: 4_000,
  });

  const send = (attemptId: string, sent: SubmitResponse): Promise<AcceptedResponse> =>
    answerItem(context, actor, attemptId, sent);

  const start = (input: StartAttempt): Promise<AttemptView> => startAttempt(context, actor, input);

  /** Answers what waits. */
  const answer = async (attemptId: string, isRight = true): Promise<AcceptedResponse> =>
    send(attemptId, await submission(attemptId, isRight));

  /** Answers to the end. */
  const finish = async (attemptId: string, skill: Skill = () => true): Promise<AttemptRow> => {
    for (;;) {
      const attempt = await row(attemptId);
      const { currentItemId: id, currentItemVersion: version, releaseVersion } = attempt;
      if (id === null || version === null) return attempt;
      const { definition } = context.engines.of(releaseVersion).item(id, version);
      await answer(attemptId, skill(definition));
    }
  };

  return {
    start,
    measure: (assessmentId: string) => start({ mode: 'given', assessmentId }),
    practise: (competence = '1.1') => start({ mode: 'practice', competence }),
    submission,
    send,
    answer,
    finish,
    row,
    /** What was kept, in its order. */
    responses: (attemptId: string) => context.store.read.attempts.responses(where(attemptId)),
    /** The pupil's result in a competence under the release in force. */
    result: (competence = '1.1') =>
      context.store.read.attempts.result({
        schoolId: actor.schoolId,
        pupilId: actor.id,
        competence,
        releaseVersion: context.engines.current.reference.version,
      }),
  };
}
