import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../services/refusal.ts';

/** A school behind one address may call, before it signs in, as often as this many people. */
const PEOPLE_AN_ADDRESS = 20;
const KEYS_KEPT = 100_000;

/**
 * The general limit, kept in memory: so many requests a minute for each person. Who has not signed
 * in is known by address alone, which a whole school may share: such an address gets twenty times
 * as much. Guessing at cards and passwords has its own limits, in the sign-in service.
 */
export async function limitRequests(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    hook: 'onRequest',
    timeWindow: 60_000,
    cache: KEYS_KEPT,
    keyGenerator: ({ actor, ip }) => (actor ? `actor ${actor.id}` : `address ${normalizeIP(ip)}`),
    max: ({ actor }) => (actor ? perMinute : perMinute * PEOPLE_AN_ADDRESS),
    errorResponseBuilder: () => new Refusal('too-many-requests'),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
}
