import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256, in hexadecimal, over the canonical JSON form (RFC 8785) of a content: the order of keys
 * and the layout of the file change nothing, any other change does.
 */
export function contentHash(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('There is no JSON form of this content.');
  return sha256Of(canonical);
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');
