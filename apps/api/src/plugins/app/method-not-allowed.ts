import { routes } from '@jalon/types';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../services/refusal.ts';

/** Refuses the other methods of the contract's paths, and every path of `/api` that is not in it. */
export function refuseTheRest(app: FastifyInstance): void {
  const methodsByPath = Map.groupBy(Object.values(routes), ({ path }) => path);
  for (const [url, contracts] of methodsByPath) {
    const allowed = contracts.flatMap(({ method, ...rest }) =>
      method === 'GET' && !('stream' in rest) ? [method, 'HEAD'] : [method],
    );
    app.route({
      url,
      method: app.supportedMethods.filter((method) => !allowed.includes(method)),
      config: { open: 'refused whoever calls' },
      schema: { hide: true },
      onRequest: async (_request, reply) => {
        reply.header('allow', allowed.join(', '));
        throw new Refusal('method-not-allowed');
      },
      handler: async () => undefined,
    });
  }
  for (const url of ['/api', '/api/*']) {
    app.route({
      url,
      method: app.supportedMethods,
      config: { open: 'refused whoever calls' },
      schema: { hide: true },
      onRequest: async () => {
        throw new Refusal('not-found');
      },
      handler: async () => undefined,
    });
  }
}
