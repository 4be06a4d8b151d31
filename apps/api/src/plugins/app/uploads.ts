import { Readable } from 'node:stream';
import type { RouteContract } from '@jalon/types';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../services/refusal.ts';

/** The media type of files that are uploaded: what they are, their bytes say. */
export const uploadType = 'application/octet-stream';

/** Hands the body of an upload on unread; on any other route, such a body is of the wrong type. */
export function takeUploads(app: FastifyInstance): void {
  app.addContentTypeParser(uploadType, (request, payload, done) => {
    if (request.routeOptions.config.contract?.upload) done(null, payload);
    else done(new Refusal('unsupported-media-type'));
  });
}

/** The bytes of an uploaded file as they come. Refuses other media types, and files too large. */
export function uploadedFile(
  request: FastifyRequest,
  { mostBytes }: NonNullable<RouteContract['upload']>,
): AsyncIterable<Uint8Array> {
  const { body } = request;
  if (!(body instanceof Readable)) throw new Refusal('unsupported-media-type');
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new Refusal('too-large');
  return bounded(body, mostBytes);
}

async function* bounded(body: Readable, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refusal('too-large');
    yield chunk;
  }
}
