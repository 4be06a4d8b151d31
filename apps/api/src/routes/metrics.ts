import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { Refusal } from '../services/refusal.ts';

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
}
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Figures for those who operate the service; only their own network may read them. */
export function metricsRoutes(app: FastifyInstance, registry: Registry): void {
  app.route({
    method: 'GET',
    url: '/api/metrics',
    config: { open: 'figures that name nobody' },
    schema: { hide: true },
    handler: async (request, reply) => {
      const family = isIPv6(request.ip) ? 'ipv6' : 'ipv4';
      if (!privateNetworks.check(request.ip, family)) throw new Refusal('not-found');
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  });
}
