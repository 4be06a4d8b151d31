import { response } from '@jalon/items/contract';
import { z } from 'zod';
import { contentHash } from '../release/hash.ts';
import type { Release } from '../release/load.ts';
import { competenceCode, semver } from '../schema/versions.ts';

export const statementSchema = 'jalon-statement/1';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();
const logits = z.number();

/** One response: what was asked, what was answered, what it earned, and the estimate from then on. */
const statedResponse = z.strictObject({
  ordinal: z.int().positive(),
  /** What the pupil's device named this answer. */
  clientKey: z.uuid(),
  itemId: z.string(),
  itemVersion: z.int().positive(),
  /** With the item version it gives the very instance that was shown. */
  seed: z.string(),
  response,
  points: z.number().nonnegative(),
  possible: z.number().positive(),
  ability: logits,
  standardError: z.number().positive(),
  answeredAt: instant,
  durationMs: z.int().nonnegative(),
  /** Over all of the above and the seal before it (`sealResponse`); none on those older than seals. */
  seal: sha256.nullable(),
});

const body = z.strictObject({
  schema: z.literal(statementSchema),
  attempt: z.strictObject({
    id: z.uuid(),
    mode: z.enum(['measure', 'practice']),
    competence: competenceCode,
    /** What items and instances were drawn from. */
    seed: z.string(),
    startedAt: instant,
    finishedAt: instant,
  }),
  release: z.strictObject({
    framework: z.string(),
    frameworkVersion: semver,
    scaleVersion: semver,
    version: semver,
    sha256,
    engine: z.string(),
  }),
  /** What was believed before the first response, in logits. */
  prior: z.strictObject({ mean: logits, sd: z.number().positive() }),
  responses: z.array(statedResponse),
  result: z.strictObject({
    ability: logits,
    standardError: z.number().positive(),
    level: z.int().positive(),
    /** Of each level, from 1 up. */
    probabilities: z.array(z.number().min(0).max(1)),
  }),
});

/** The content of a statement, before it carries its own hash. */
export type StatementBody = z.infer<typeof body>;

/**
 * All that a result was made from, with the result: enough to make it again, and nothing that names
 * a pupil. Its hash is over the canonical form (RFC 8785) of all the rest.
 */
export const statement = body.extend({ sha256 });
export type Statement = z.infer<typeof statement>;

/** What a statement says of the release it is under. */
export function statedRelease(release: Release): StatementBody['release'] {
  return {
    framework: release.framework.id,
    frameworkVersion: release.framework.version,
    scaleVersion: release.scale.version,
    version: release.version,
    sha256: release.sha256,
    engine: release.engine,
  };
}

/** A statement with its hash. */
export function sealStatement(content: StatementBody): Statement {
  return { ...content, sha256: contentHash(content) };
}
