import { hash, verify } from '@node-rs/argon2';

/** Argon2id, the library's algorithm by default, with OWASP's second set of parameters. */
export const passwordParameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of no one's password, so that an unknown address takes as long as a known one. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$zP+jeKswP5KP2d2fdl2kdA$1JLDjIG+C/ivPDxHmUzihocwtHaqCXObE7p3zrZXxsY';

/** What is kept of a password: argon2id in the PHC form, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), passwordParameters);
}

/** Whether a password is the hashed one. Without a hash it takes the same time and says no. */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? nobodysHash, password.normalize('NFC'));
  return right && kept !== null;
}
