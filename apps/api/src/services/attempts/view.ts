import { present } from '@jalon/items';
import type { AttemptView } from '@jalon/types';
import type { Engine } from '../engine.ts';
import type { AttemptRow } from './choose-item.ts';
import { instanceOf } from './instance.ts';
import { lengthOf, minutesOf } from './sitting-bounds.ts';

/** An attempt as its pupil sees it: never more of an item than a pupil may see. */
export function viewAttempt(engine: Engine, attempt: AttemptRow): AttemptView {
  const competence = engine.release.framework.competences.find(
    ({ code }) => code === attempt.competence,
  );
  if (!competence) throw new Error(`Attempt ${attempt.id} is on a competence its release lacks.`);
  const { minItems, maxItems } = lengthOf(attempt, engine.release.scale.sitting);
  const instance = currentInstance(engine, attempt);
  return {
    id: attempt.id,
    title: attempt.title,
    mode: attempt.mode,
    status: attempt.status,
    competence: { code: competence.code, name: competence.name },
    feedback: attempt.feedback,
    progress: {
      answered: attempt.answered,
      atLeast: minItems,
      atMost: maxItems,
      minutes: minutesOf(attempt),
    },
    current: instance && { ordinal: attempt.answered + 1, item: present(instance) },
  };
}

/** The instance that waits for its answer; `null` once the attempt is finished. */
export function currentInstance(engine: Engine, attempt: AttemptRow) {
  const { currentItemId, currentItemVersion, currentSeed } = attempt;
  if (currentItemId === null || currentItemVersion === null || currentSeed === null) return null;
  return instanceOf(engine, {
    itemId: currentItemId,
    itemVersion: currentItemVersion,
    seed: currentSeed,
  });
}
