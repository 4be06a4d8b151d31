import { once } from 'node:events';
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The API as the pages of this process reach it. */
export interface PagesApi {
  origin: string;
  close(): void;
}

/**
 * Serves the API on a port of loopback for the pages that this process makes: when the process
 * stops, pages are still made for a moment after the last connection from outside was taken.
 */
export async function serveToPages(app: FastifyInstance): Promise<PagesApi> {
  const server = createServer((request, response) => app.routing(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
