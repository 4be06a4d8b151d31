import { Secret, TOTP } from 'otpauth';
import { digestCard, drawCard } from '../cards.ts';

/** RFC 6238 as every authenticator has it: SHA-1, six figures, thirty seconds. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** One step before and after: clocks differ, and typing takes a while. */
const WINDOW = 1;

const RECOVERY_CODES = 10;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Jalon',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** A new secret, in base 32. */
export const drawSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address by which an authenticator takes a secret. */
export const uriOf = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The step of time that a code is of; `null` where it is none of now, or no code. */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : currentStep(now) + delta;
}

/** The step of time that it is. */
export const currentStep = (now: Date): number => Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);

/** The code of now, for tests. */
export const codeAt = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() });

/** Recovery codes: four words each, as on a pupil's card. */
export const drawRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => drawCard());

/** What is kept of a recovery code. */
export const digestRecovery = (key: Buffer, typed: string): string => digestCard(key, typed);
