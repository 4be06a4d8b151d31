import type { FastifyRequest } from 'fastify';
import { type Language, preferredLanguage } from './plugins/app/problem-sentences.ts';

/** The language that whoever asks reads best among ours. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language =>
  preferredLanguage(headers['accept-language']);

/** The address of the product: the public one, or, in a demo without it, the one that was called. */
export const originOf = (
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
  publicOrigin: string | null,
): string => publicOrigin ?? `${protocol}://${host}`;
