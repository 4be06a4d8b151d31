import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';

/** How long an access token is good for; a refresh token gets the next one. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;
const ISSUER = 'jalon';

/** Cookies, and signed access tokens: one algorithm, one issuer, short-lived. */
export async function tokens(app: FastifyInstance, key: Buffer): Promise<void> {
  await app.register(cookie);
  await app.register(jwt, {
    secret: key,
    sign: { algorithm: 'HS256', iss: ISSUER, expiresIn: ACCESS_TOKEN_SECONDS },
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      requiredClaims: ['sub', 'iat', 'exp'],
      maxAge: ACCESS_TOKEN_SECONDS,
    },
  });
}
