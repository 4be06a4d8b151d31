import type { FastifyInstance } from 'fastify';

/** What helmet sends for a site of which nothing is a page, and which nothing may frame. */
const headers = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
const overHttps = { ...headers, 'strict-transport-security': 'max-age=31536000' };

/**
 * Headers of every answer of the API. They are the same for each, so that they are written down
 * here: helmet works them out again for every request, which takes longer than reading its body.
 */
export function protectiveHeaders(app: FastifyInstance, https: boolean): void {
  const sent = https ? overHttps : headers;
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(sent);
  });
}
