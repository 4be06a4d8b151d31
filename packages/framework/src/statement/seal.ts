import type { NormalPrior } from '@jalon/measurement';
import canonicalize from 'canonicalize';
import { contentHash, sha256Of } from '../release/hash.ts';

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
  const { response, answeredAt, ...plain } = sealed;
  // Written in the order of RFC 8785, of which a replay seals thousands a second: only the response
  // has keys to sort.
  const before = JSON.stringify({
    ability: plain.ability,
    answeredAt: answeredAt.toISOString(),
    clientKey: plain.clientKey,
    durationMs: plain.durationMs,
    itemId: plain.itemId,
    itemVersion: plain.itemVersion,
    ordinal: plain.ordinal,
    points: plain.points,
    possible: plain.possible,
    previous,
  });
  const { seed, standardError } = plain;
  const after = JSON.stringify({ seed, standardError });
  const middle = canonicalize(response ?? null) ?? 'null';
  return sha256Of(`${before.slice(0, -1)},"response":${middle},${after.slice(1)}`);
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
