import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A device on which somebody has signed in carries a signed mark that says, under a pseudonym, who
 * did. Wrong cards and passwords from a known device are counted against that person, not against
 * the address or the account: nobody else's guessing can keep its users out.
 * After OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
export function markDevice(key: Buffer, actorId: string): string {
  const subject = deviceSubject(key, actorId);
  return `${subject}.${sign(key, `mark ${subject}`)}`;
}

/** The pseudonym under which an actor vouches for devices. */
export function deviceSubject(key: Buffer, actorId: string): string {
  return sign(key, `subject ${actorId}`);
}

/** Who vouches for a device, from its mark; `null` where the mark is missing or not ours. */
export function readDevice(key: Buffer, mark: string | undefined): string | null {
  const [subject, signature, ...rest] = (mark ?? '').split('.');
  if (!subject || !signature || rest.length > 0) return null;
  const expected = Buffer.from(sign(key, `mark ${subject}`));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? subject : null;
}

const sign = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
