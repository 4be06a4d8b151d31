import type { Problem, RouteContract } from '@jalon/types';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from './problem-sentences.ts';

const MOST_PLACES = 20;
const sentences = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

type Part = 'params' | 'query' | 'body';
const parts: Readonly<Record<string, Part>> = {
  params: 'params',
  querystring: 'query',
  body: 'body',
};

/**
 * Where the input does not fit its schema: JSON pointers into `{ params, query, body }`, each with
 * a sentence in the client's language. The input is read again, since only now is it known that
 * anybody needs the sentences.
 */
export function placesOf(
  error: unknown,
  request: FastifyRequest,
  language: Language,
): Problem['places'] {
  const part = partOf(error);
  const schema = part && schemaOf(request.routeOptions.config.contract, part);
  if (!part || !schema) return undefined;
  const read = schema.safeParse(request[part], { error: sentences[language] });
  if (read.success) return undefined;
  return read.error.issues.slice(0, MOST_PLACES).map(({ path, message }) => ({
    pointer: ['', part, ...path.map(escapePointer)].join('/'),
    message,
  }));
}

function partOf(error: unknown): Part | undefined {
  if (!(error instanceof Error) || !('validationContext' in error)) return undefined;
  return typeof error.validationContext === 'string' ? parts[error.validationContext] : undefined;
}

function schemaOf(contract: RouteContract | undefined, part: Part): z.ZodType | undefined {
  return contract?.[part];
}

/** RFC 6901. */
const escapePointer = (step: PropertyKey): string =>
  String(step).replaceAll('~', '~0').replaceAll('/', '~1');
