import { firstSeal, type SealedAttempt } from '@jalon/framework';
import type { Engines } from '../engine.ts';
import type { AttemptRow } from './choose-item.ts';

/** What of an attempt its responses are sealed to. */
export function sealedAttempt(engines: Engines, attempt: AttemptRow): SealedAttempt {
  return {
    attemptId: attempt.id,
    competence: attempt.competence,
    releaseSha256: engines.of(attempt.releaseVersion).reference.sha256,
    seed: attempt.seed,
    prior: { mean: attempt.priorMean, sd: attempt.priorSd },
  };
}

/** What the first response of an attempt is sealed to. */
export const sealOfAttempt = (engines: Engines, attempt: AttemptRow): string =>
  firstSeal(sealedAttempt(engines, attempt));
