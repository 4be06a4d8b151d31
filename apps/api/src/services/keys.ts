import { hkdfSync } from 'node:crypto';

/** Keys for each purpose, drawn from the one secret: knowing one tells nothing of the others. */
export interface Keys {
  accessToken: Buffer;
  card: Buffer;
  device: Buffer;
  roster: Buffer;
  factor: Buffer;
}

/** Draws the keys from the secret by HKDF-SHA256 (RFC 5869). */
export function deriveKeys(secret: string): Keys {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `jalon/${purpose}`, 32));
  return {
    accessToken: derive('access-token'),
    card: derive('card'),
    device: derive('device'),
    roster: derive('roster'),
    factor: derive('second-factor'),
  };
}
