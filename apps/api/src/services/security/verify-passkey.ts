import type { NewCredential, SignedCredential } from '@jalon/types';

/** The site that passkeys are for. */
export interface Site {
  /** Such as `https://jalon.example`. */
  origin: string;
  /** Its host name, to which a browser binds every passkey. */
  rpId: string;
}

/** What was asked of a device, and when. */
export interface Challenge {
  challenge: string;
  at: Date;
}

/** What is known of a passkey that signs. */
interface KnownPasskey {
  id: string;
  publicKey: string;
}

/** 30 MB and 140 ms, which a process spends when the first passkey is shown. */
const library = () => import('@simplewebauthn/server');

/** COSE: EdDSA, ES256 and RS256, which between them every device has. */
export const passkeyAlgorithms = [-8, -7, -257];

/** What checking gives: what was found, or why it was refused. */
export type Checked<T> = { found: T } | { why: unknown };

/**
 * Checks what a device made of a challenge: site, challenge, and that it knows its owner by
 * fingerprint, face or code. Who made the device is not asked.
 */
export async function checkNewCredential(
  { origin, rpId }: Site,
  { challenge }: Challenge,
  credential: NewCredential,
): Promise<Checked<{ id: string; publicKey: string; signCount: number; transports: string[] }>> {
  const { verifyRegistrationResponse } = await library();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: passkeyAlgorithms,
    });
    if (!registrationInfo) return { why: new Error('What the device says of itself is false.') };
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      found: {
        id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        signCount: counter,
        transports: credential.response.transports ?? [],
      },
    };
  } catch (error) {
    // The library throws for whatever does not fit.
    return { why: error };
  }
}

/**
 * Checks what a passkey signed: site, challenge, signature, and that the device knew its owner.
 * Gives how many signatures it counts (0 where it counts none), which is left to be judged.
 */
export async function checkSigned(
  { origin, rpId }: Site,
  { challenge }: Challenge,
  { id, publicKey }: KnownPasskey,
  credential: SignedCredential,
): Promise<Checked<{ signCount: number }>> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id, publicKey: Buffer.from(publicKey, 'base64url'), counter: 0 },
    });
    return verified
      ? { found: { signCount: authenticationInfo.newCounter } }
      : { why: new Error('The signature is not of this passkey.') };
  } catch (error) {
    return { why: error };
  }
}
