import { type Random, seededRandom, standardNormal } from '@jalon/measurement';
import type { Pupil } from '../services/actor.ts';
import { answerItem } from '../services/attempts/answer.ts';
import { startAttempt } from '../services/attempts/start.ts';
import type { ServiceContext } from '../services/context.ts';
import { answerAs } from './answer-as.ts';
import type { DemoPupil } from './roster.ts';

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
  let view = await startAttempt(context, actor, { mode: 'given', assessmentId });
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

/** Who sits, and when it is now. */
export interface Room {
  context: ServiceContext;
  seed: string;
  now: number;
  pupils: readonly DemoPupil[];
}

const EIGHT_HOURS_MS = 8 * 3_600_000;
const BETWEEN_ANSWERS_MS = 250;

/** How a class sits an assessment, where it is not to the end and not as ever. */
export interface Sitters {
  /** How many items the pupil of each rank answers; 0 for not at all. */
  upTo?: (index: number) => number;
  /** How much more they can do than their tendency says, in logits. */
  gain?: number;
}

/**
 * Has the pupils of an assessment's class sit it, the working day after it was given and never later
 * than now.
 */
export async function sitAll(
  { context, seed, now, pupils }: Room,
  assessment: { id: string; classId: string; competence: string; givenAt: Date },
  { upTo, gain = 0 }: Sitters = {},
): Promise<void> {
  let ticks = 0;
  const clock = () => {
    ticks += 1;
    const then = assessment.givenAt.getTime() + EIGHT_HOURS_MS + ticks * BETWEEN_ANSWERS_MS;
    return new Date(Math.min(now, then));
  };
  const sitters = pupils.filter(({ classId }) => classId === assessment.classId);
  const sittings = sitters.flatMap((one, index) => {
    const limit = upTo?.(index);
    if (limit === 0) return [];
    return sit(
      { ...context, clock },
      {
        actor: { role: 'pupil', id: one.id, schoolId: one.schoolId },
        assessmentId: assessment.id,
        tendency: one.tendency + gain,
        random: seededRandom(`${seed}/${assessment.competence}/${pupils.indexOf(one)}`),
        ...(limit !== undefined && { upTo: limit }),
      },
    );
  });
  await Promise.all(sittings);
}
