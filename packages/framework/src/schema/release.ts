import { z } from 'zod';
import { semver } from './versions.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A release as its file holds it: what it locks, each part by the hash of its content. */
export const releaseLock = z.strictObject({
  version: semver,
  framework: z.strictObject({ id: z.string(), version: z.string(), sha256 }),
  scale: z.strictObject({ version: z.string(), sha256 }),
  /** The version of the measuring engine that results under this release are made with. */
  engine: z.string().min(1),
  items: z.array(z.strictObject({ id: z.string(), version: z.int().positive(), sha256 })),
  /** Over the canonical form (RFC 8785) of all the above. */
  sha256,
});
export type ReleaseLock = z.infer<typeof releaseLock>;
