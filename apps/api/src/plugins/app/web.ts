import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebHandler } from '../../parts.ts';
import { Refusal } from '../../services/refusal.ts';
import { limits } from './limits.ts';

/** Headers by which the screens learn who calls and by what name; no caller can set them. */
export const webHeaders = {
  address: 'x-jalon-address',
  protocol: 'x-jalon-protocol',
  host: 'x-jalon-host',
} as const;

/** The page whose form uploads a file. */
const uploadPage = '/etablissement/import';

/**
 * Refuses a form that is longer than forms of its page are, before the screens read it whole into
 * memory; and one whose length is not said.
 */
function refuseLongForms({ raw }: FastifyRequest): void {
  if (raw.method === 'GET' || raw.method === 'HEAD') return;
  const length = raw.headers['content-length'];
  const isUpload = new URL(raw.url ?? '/', 'http://screens').pathname === uploadPage;
  const isUnsaid = length === undefined && raw.headers['transfer-encoding'] !== undefined;
  const most = isUpload ? limits.uploadBytes : limits.formBytes;
  if (isUnsaid || Number(length ?? 0) > most) throw new Refusal('too-large');
}

/** Hands everything outside `/api` to the screens, with its body unread. */
export async function handToWeb(
  app: FastifyInstance,
  web: WebHandler,
  publicOrigin: string | null,
): Promise<void> {
  const known = publicOrigin === null ? null : new URL(publicOrigin);
  await app.register(async (screens) => {
    screens.removeAllContentTypeParsers();
    screens.addContentTypeParser('*', (_request, _payload, done) => done(null));
    screens.route({
      url: '/*',
      method: screens.supportedMethods,
      config: { open: 'the screens check who calls through the API' },
      schema: { hide: true },
      handler: (request, reply) => {
        refuseLongForms(request);
        const { headers } = request.raw;
        headers[webHeaders.address] = request.ip;
        headers[webHeaders.protocol] = known?.protocol.slice(0, -1) ?? request.protocol;
        headers[webHeaders.host] = known?.host ?? request.host;
        reply.hijack();
        web(request.raw, reply.raw);
      },
    });
  });
}
