import { z } from 'zod';
import { instant, typedLine } from './primitives.ts';

/** As many passkeys as one account may have. */
export const MOST_PASSKEYS = 10;

/** Bytes in base64url, as WebAuthn's JSON has them. */
const bytes = (mostCharacters: number) =>
  z
    .string()
    .min(1)
    .max(mostCharacters)
    .regex(/^[\w-]+$/, 'base64url');

/** A credential's id: at most 1023 bytes. */
const credentialId = bytes(1364);

const publicKey = z.literal('public-key');

/** A passkey, as its owner sees it. */
export const passkeyView = z.object({
  id: credentialId,
  name: z.string(),
  createdAt: instant,
  /** `null` where nobody has signed in by it yet. */
  lastUsedAt: instant.nullable(),
});
export type PasskeyView = z.infer<typeof passkeyView>;

/** A passkey is a way in of its own: who adds one shows the password. */
export const beginPasskey = z.strictObject({ password: z.string().min(1).max(200) });

/** What a device makes a passkey from (`PublicKeyCredentialCreationOptionsJSON`). */
export const passkeyCreation = z.object({
  challenge: bytes(100),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: bytes(100), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: publicKey, alg: z.int() })),
  timeout: z.int(),
  /** Those that the account has: a device keeps one of them. */
  excludeCredentials: z.array(
    z.object({ type: publicKey, id: credentialId, transports: z.array(z.string()) }),
  ),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type PasskeyCreation = z.infer<typeof passkeyCreation>;

/** What a device signs in from (`PublicKeyCredentialRequestOptionsJSON`): with any passkey of ours. */
export const passkeyRequest = z.object({
  challenge: bytes(100),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});
export type PasskeyRequest = z.infer<typeof passkeyRequest>;

/** What a device made (`RegistrationResponseJSON`); whatever else it says is not read. */
export const newCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: z.object({
    clientDataJSON: bytes(10_000),
    attestationObject: bytes(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export type NewCredential = z.infer<typeof newCredential>;

/** What a device signed (`AuthenticationResponseJSON`); whatever else it says is not read. */
export const signedCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: z.object({
    clientDataJSON: bytes(10_000),
    authenticatorData: bytes(10_000),
    signature: bytes(10_000),
    /** The id of whose it is: a device that types no address says so by this. */
    userHandle: bytes(100),
  }),
});
export type SignedCredential = z.infer<typeof signedCredential>;

export const addPasskey = z.strictObject({
  name: typedLine(z.string().trim().min(1).max(60)),
  credential: newCredential,
});
export type AddPasskey = z.infer<typeof addPasskey>;

export const passkeySignIn = z.strictObject({ credential: signedCredential });

export const removePasskey = z.strictObject({ passkey: credentialId });
