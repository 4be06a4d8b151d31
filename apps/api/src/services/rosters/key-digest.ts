import { createHmac } from 'node:crypto';
import type { KeyDigest } from '@jalon/rosters';

/** Letters of base64url that are kept: 132 bits, so that no two pupils of a country share one. */
const KEPT = 22;

/**
 * Digests of what pupils are known by: HMAC-SHA256 under a key of this installation. A database
 * alone tells nobody an INE, nor whether somebody of a name and birth date is in it.
 */
export const keyDigest =
  (key: Buffer): KeyDigest =>
  (kind, value) =>
    createHmac('sha256', key).update(`${kind}\n${value}`).digest('base64url').slice(0, KEPT);
