import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../services/refusal.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses calls that change something and were begun by a page of another site: browsers say so in
 * `Sec-Fetch-Site` and `Origin`. Who sends neither is no browser, and carries no one's cookies.
 */
export function refuseForeignOrigins(app: FastifyInstance, publicOrigin: string | null): void {
  app.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      throw new Refusal('foreign-origin');
    }
    const { origin } = request.headers;
    if (origin !== undefined && !isOwn(origin, request, publicOrigin)) {
      throw new Refusal('foreign-origin');
    }
  });
}

function isOwn(origin: string, request: FastifyRequest, publicOrigin: string | null): boolean {
  if (publicOrigin !== null) return origin === publicOrigin;
  const url = URL.parse(origin);
  return url !== null && (url.host === request.host || loopbackNames.has(url.hostname));
}
