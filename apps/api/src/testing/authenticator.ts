import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  NewCredential,
  PasskeyCreation,
  PasskeyRequest,
  SignedCredential,
} from '@jalon/types';

/** What a device may do wrong, or be made to. */
export interface Misdeed {
  /** Of another site than the one it answers. */
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** Not having known its owner. */
  unverified?: boolean;
  /** How many signatures it says that it has made. */
  signCount?: number;
  /** Whose it says that it is. */
  userHandle?: string;
  /** Another device's key. */
  signedBy?: KeyObject;
}

/** A passkey as a device holds it. */
interface Held {
  id: string;
  rpId: string;
  userHandle: string;
  privateKey: KeyObject;
  signCount: number;
}

const UP = 0x01;
const UV = 0x04;
const ATTESTED = 0x40;

/** A device that makes passkeys and signs with them (WebAuthn level 3, ES256, attestation `none`). */
export function createAuthenticator(origin: string, { counts = true } = {}) {
  const held: Held[] = [];

  const clientData = (type: string, challenge: string, wrong: Misdeed): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: wrong.type ?? type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (rpId: string, signCount: number, wrong: Misdeed, more?: Buffer) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(wrong.signCount ?? signCount);
    return Buffer.concat([
      createHash('sha256')
        .update(wrong.rpId ?? rpId)
        .digest(),
      Buffer.from([UP | (wrong.unverified ? 0 : UV) | (more ? ATTESTED : 0)]),
      counted,
      more ?? Buffer.alloc(0),
    ]);
  };

  return {
    held,
    /** Makes a passkey. */
    make(asked: PasskeyCreation, wrong: Misdeed = {}): NewCredential {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const id = randomBytes(16);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const coseKey = cborMap(
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey]);
      const name = id.toString('base64url');
      held.push({
        ...{ id: name, rpId: asked.rp.id, userHandle: asked.user.id, privateKey, signCount: 0 },
      });
      return {
        ...{ id: name, rawId: name, type: 'public-key' },
        response: {
          clientDataJSON: text(clientData('webauthn.create', asked.challenge, wrong)),
          attestationObject: text(
            cborMap(
              ['fmt', 'none'],
              ['attStmt', []],
              ['authData', authenticatorData(asked.rp.id, 0, wrong, attested)],
            ),
          ),
          transports: ['internal'],
        },
      };
    },
    /** Signs with the newest passkey, or another one. */
    sign(asked: PasskeyRequest, wrong: Misdeed = {}, which = held.at(-1)): SignedCredential {
      if (!which) throw new Error('The device holds no passkey.');
      if (counts) which.signCount += 1;
      const data = clientData('webauthn.get', asked.challenge, wrong);
      const authenticator = authenticatorData(which.rpId, which.signCount, wrong);
      const signed = Buffer.concat([authenticator, createHash('sha256').update(data).digest()]);
      return {
        ...{ id: which.id, rawId: which.id, type: 'public-key' },
        response: {
          clientDataJSON: text(data),
          authenticatorData: text(authenticator),
          signature: text(sign('sha256', signed, wrong.signedBy ?? which.privateKey)),
          userHandle: wrong.userHandle ?? which.userHandle,
        },
      };
    },
  };
}

const text = (bytes: Buffer): string => bytes.toString('base64url');

/** An empty list stands for a map without entries. */
type CborValue = number | string | Buffer | readonly [];

/** CBOR (RFC 8949), as much of it as authenticators use. */
function cborMap(...entries: [number | string, CborValue][]): Buffer {
  const pairs = entries.flatMap(([key, value]) => [cbor(key), cbor(value)]);
  return Buffer.concat([head(5, entries.length), ...pairs]);
}

function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  return Buffer.isBuffer(value) ? Buffer.concat([head(2, value.length), value]) : head(5, 0);
}

/** The first bytes of a value: its major type and its length or number, below 65,536. */
function head(major: number, n: number): Buffer {
  const high = major << 5;
  if (n < 24) return Buffer.from([high | n]);
  if (n < 256) return Buffer.from([high | 24, n]);
  return Buffer.from([high | 25, n >> 8, n & 0xff]);
}
