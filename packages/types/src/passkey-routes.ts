import { z } from 'zod';
import {
  addPasskey,
  beginPasskey,
  passkeyCreation,
  passkeyRequest,
  passkeySignIn,
  removePasskey,
} from './passkeys.ts';
import { defineRoutes } from './route.ts';
import { recoveryCodes } from './security.ts';
import { actor } from './session.ts';

/** Passkeys (WebAuthn) of members of staff. */
export const routesOfPasskeys = defineRoutes({
  beginPasskeySignIn: {
    method: 'POST',
    path: '/api/session/passkey/begin',
    access: 'public',
    summary: 'What a device signs in from, within five minutes: with any passkey of this site',
    response: passkeyRequest,
  },
  signInWithPasskey: {
    method: 'POST',
    path: '/api/session/passkey',
    access: 'public',
    summary: 'A member of staff signs in with a passkey alone',
    body: passkeySignIn,
    response: actor,
  },
  beginPasskey: {
    method: 'POST',
    path: '/api/me/passkeys/begin',
    access: { action: 'security:manage' },
    summary: 'What a device makes a passkey from, within five minutes; nothing is kept of it yet',
    body: beginPasskey,
    response: passkeyCreation,
  },
  addPasskey: {
    method: 'POST',
    path: '/api/me/passkeys',
    access: { action: 'security:manage' },
    summary: 'Keeps a passkey that a device made; gives recovery codes where there are none yet',
    body: addPasskey,
    response: recoveryCodes,
  },
  removePasskey: {
    method: 'POST',
    path: '/api/me/passkeys/remove',
    access: { action: 'security:manage' },
    summary: 'Nobody signs in with that passkey any more',
    body: removePasskey,
    response: z.object({ removed: z.boolean() }),
  },
});
