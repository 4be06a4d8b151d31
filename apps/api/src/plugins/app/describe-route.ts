import { problem, type RouteContract } from '@jalon/types';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';

/** What Fastify validates and OpenAPI tells of a route, from its contract. */
export function describeRoute(contract: RouteContract): FastifySchema {
  const { params, query, body, response, stream, summary, path, access } = contract;
  return {
    summary,
    tags: [path.split('/')[2] ?? 'api'],
    security: access === 'public' ? [] : [{ cookie: [] }, { bearer: [] }],
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: {
      200: stream
        ? { description: 'OK', content: { [stream]: { schema: z.string() } } }
        : { description: 'OK', content: { 'application/json': { schema: response } } },
      default: {
        description: 'A problem document (RFC 9457)',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}
