import { type Random, standardNormal } from '@jalon/measurement';
import type { Pupil } from '../services/actor.ts';
import { answerItem } from '../services/attempts/answer.ts';
import { startAttempt } from '../services/attempts/start.ts';
import type { ServiceContext } from '../services/context.ts';

import { answerAs } from './answer-as.ts';

/** One simulated sitting. */
export interface Sitting {
  actor: Pupil;
  assessmentId: string;
  /** The pupil's tendency; the sitting's own ability is drawn around it. */
  tendency: number;
  random: Random;
  /** How many items are answered before the pupil stops; all of them where it is not given. */
  upTo?: number;
}

/** Sits an assessment through the same services that a pupil's browser reaches. */
export async function sit(context: ServiceContext, sitting: Sitting): Promise<void> {
  const { actor, assessmentId, tendency, random } = sitting;
  const ability = tendency + standardNormal(random);
  let view = await startAttempt(context, actor, { mode: 'measure', assessmentId });
  const where = { schoolId: actor.schoolId, attemptId: view.id };
  while (view.current && view.progress.answered < (sitting.upTo ?? Infinity)) {
    const attempt = await context.store.read.attempts.byId(where);
    if (!attempt?.currentItemId || !attempt.currentItemVersion || !attempt.currentSeed) return;
    const engine = context.engines.of(attempt.releaseVersion);
    const reference = {
      itemId: attempt.currentItemId,
      itemVersion: attempt.currentItemVersion,
      seed: attempt.currentSeed,
    };
    const accepted = await answerItem(context, actor, view.id, {
      ordinal: view.current.ordinal,
      response: answerAs(engine, reference, ability, random),
      clientKey: context.newId(),
      durationMs: random.integer(12_000, 90_000),
    });
    view = accepted.attempt;
  }
}
