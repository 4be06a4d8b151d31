import { isDeepStrictEqual } from 'node:util';
import type { FastifySerializerCompiler } from 'fastify';
import { z } from 'zod';

/**
 * Answers as JSON. Handlers' types already hold them to the contract, so that in production they
 * are written as they are; tests check every answer, and refuse a field that the contract does not
 * name, for it might be one that nobody may see.
 */
export function answerSerializer(check: boolean): FastifySerializerCompiler<unknown> {
  return ({ schema, method, url }) =>
    (answer: unknown) => {
      if (check) checkAnswer(schema, answer, `${method} ${url}`);
      return JSON.stringify(answer);
    };
}

function checkAnswer(schema: unknown, answer: unknown, route: string): void {
  if (!(schema instanceof z.ZodType)) throw new Error(`${route} has no schema for its answer.`);
  const read = schema.safeParse(answer);
  if (!read.success) {
    throw new Error(`${route} broke the contract: ${z.prettifyError(read.error)}`);
  }
  if (!isDeepStrictEqual(read.data, answer)) {
    throw new Error(`${route} answered with more than the contract names.`);
  }
}
