import type { NormalPrior } from '@jalon/measurement';
import { contentHash } from '../release/hash.ts';

/** What an attempt is before its first response. */
export interface SealedAttempt {
  attemptId: string;
  competence: string;
  /** Of the release it is sat under. */
  releaseSha256: string;
  /** What items and instances are drawn from. */
  seed: string;
  prior: NormalPrior;
}

/** All that is kept of a response. */
export interface SealedResponse {
  ordinal: number;
  clientKey: string;
  itemId: string;
  itemVersion: number;
  seed: string;
  response: unknown;
  points: number;
  possible: number;
  ability: number;
  standardError: number;
  answeredAt: Date;
  durationMs: number;
}

/** What the first response of an attempt is sealed to. */
export function firstSeal({ prior: { mean, sd }, ...attempt }: SealedAttempt): string {
  return contentHash({ ...attempt, prior: { mean, sd } });
}

/**
 * The seal of a response: SHA-256 over the canonical form (RFC 8785) of all that is kept of it and
 * of the seal before. Whoever changes a byte of one has to change every seal after it, too, and the
 * statements that were taken away still tell.
 */
export function sealResponse(previous: string, sealed: SealedResponse): string {
  return contentHash({
    previous,
    ordinal: sealed.ordinal,
    clientKey: sealed.clientKey,
    itemId: sealed.itemId,
    itemVersion: sealed.itemVersion,
    seed: sealed.seed,
    response: sealed.response,
    points: sealed.points,
    possible: sealed.possible,
    ability: sealed.ability,
    standardError: sealed.standardError,
    answeredAt: sealed.answeredAt.toISOString(),
    durationMs: sealed.durationMs,
  });
}

/**
 * The ordinals of responses, in their order, of which the seal does not hold: changed since they
 * were kept. Those older than seals have none, and only they may lack one.
 */
export function brokenSeals(
  attempt: SealedAttempt,
  responses: readonly (SealedResponse & { seal: string | null })[],
): number[] {
  let previous = firstSeal(attempt);
  let isSealed = false;
  const broken: number[] = [];
  for (const { seal, ...kept } of responses) {
    if (seal === null) {
      if (isSealed) broken.push(kept.ordinal);
      continue;
    }
    if (sealResponse(previous, kept) !== seal) broken.push(kept.ordinal);
    isSealed = true;
    previous = seal;
  }
  return broken;
}
