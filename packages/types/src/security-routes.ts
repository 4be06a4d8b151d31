import { z } from 'zod';
import { defineRoutes } from './route.ts';
import {
  accountSecurity,
  changePassword,
  codeSignIn,
  confirmFactor,
  endFactor,
  endSessions,
  factorOffer,
  recoveryCodes,
} from './security.ts';
import { actor } from './session.ts';

/** What guards the account of a member of staff. */
export const routesOfSecurity = defineRoutes({
  signInWithCode: {
    method: 'POST',
    path: '/api/session/staff/code',
    access: 'public',
    summary: 'The second part of signing in, within five minutes of the first',
    body: codeSignIn,
    response: actor,
  },
  security: {
    method: 'GET',
    path: '/api/me/security',
    access: { action: 'security:manage' },
    summary: 'Second factor and open sessions of the account',
    response: accountSecurity,
  },
  beginFactor: {
    method: 'POST',
    path: '/api/me/second-factor/begin',
    access: { action: 'security:manage' },
    summary: 'A new secret for an authenticator; nothing changes before it is confirmed',
    response: factorOffer,
  },
  confirmFactor: {
    method: 'POST',
    path: '/api/me/second-factor/confirm',
    access: { action: 'security:manage' },
    summary: 'Makes signing in ask for a code, and gives recovery codes',
    body: confirmFactor,
    response: recoveryCodes,
  },
  endFactor: {
    method: 'POST',
    path: '/api/me/second-factor/end',
    access: { action: 'security:manage' },
    summary: 'Makes signing in ask for the password alone again',
    body: endFactor,
    response: z.object({ ended: z.literal(true) }),
  },
  changePassword: {
    method: 'POST',
    path: '/api/me/password',
    access: { action: 'security:manage' },
    summary: 'Chooses another password; every other session ends',
    body: changePassword,
    response: actor,
  },
  endSessions: {
    method: 'POST',
    path: '/api/me/sessions/end',
    access: { action: 'security:manage' },
    summary: 'Signs out elsewhere: within a quarter of an hour, nothing answers there any more',
    body: endSessions,
    response: z.object({ ended: z.int().nonnegative() }),
  },
});
