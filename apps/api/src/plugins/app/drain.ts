import type { FastifyInstance } from 'fastify';

const LOOK_MS = 50;

/**
 * Lets a server that closes end: a connection whose last answer was under way when the closing
 * began would be kept alive for its client, who may send nothing more for a minute.
 */
export function drainOnClose(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const looking = setInterval(() => app.server.closeIdleConnections(), LOOK_MS);
    app.server.once('close', () => clearInterval(looking));
  });
}
