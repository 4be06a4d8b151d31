import { Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 50;
/** How long every answer still tells its client to come back by another connection. */
const LAST_WORDS_MS = 300;
/** A client that sends or reads this slowly is cut off; it has less than the program's ten seconds. */
const LONGEST_MS = 6_000;

/**
 * Lets a server that closes answer what it has been sent, and end.
 *
 * No connection is taken any more, while those that are there go on for a moment: every answer now
 * says `connection: close`, so that no client sends its next request into a connection that is being
 * closed. Then those whose last answer is over are closed, and after some seconds the others too.
 */
export function drainOnClose(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const { server } = app;
    if (!server.listening) return;
    const startedMs = performance.now();
    // HTTP's own `close` would at once cut the connections that are kept between two requests.
    Server.prototype.close.call(server);
    await pause(LAST_WORDS_MS);
    const looking = setInterval(() => {
      if (performance.now() - startedMs < LONGEST_MS) server.closeIdleConnections();
      else server.closeAllConnections();
    }, LOOK_MS).unref();
    server.once('close', () => clearInterval(looking));
  });
}
