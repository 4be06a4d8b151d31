import type { FastifyInstance } from 'fastify';
import type { WebHandler } from '../../parts.ts';

/** Headers by which the screens learn who calls and by what name; no caller can set them. */
export const webHeaders = {
  address: 'x-jalon-address',
  protocol: 'x-jalon-protocol',
  host: 'x-jalon-host',
} as const;

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
