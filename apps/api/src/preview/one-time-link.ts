import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

const TOKEN_BYTES = 24;

/** An address that signs whoever opens it first in, and leads to a page. */
export interface OneTimeLink {
  address: string;
  close(): void;
}

/**
 * Serves such an address on loopback, beside a product that listens there too: a browser gives the
 * cookies of a host to all of its ports.
 */
export async function serveOneTimeLink(to: {
  /** The product's, on loopback. */
  origin: string;
  email: string;
  password: string;
  /** The page that it leads to. */
  path: string;
}): Promise<OneTimeLink> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  let isUsed = false;
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === `/${token}`;
    if (!isAsked) return answer(response, 404, 'There is nothing here.');
    if (isUsed)
      return answer(response, 410, `This link was used. Sign in at ${to.origin}${to.path}`);
    isUsed = true;
    signIn(to).then(
      (cookies) =>
        response
          .writeHead(303, {
            location: to.origin + to.path,
            'set-cookie': cookies,
            'cache-control': 'no-store',
          })
          .end(),
      () => answer(response, 502, 'Jalon does not answer.'),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    address: `http://127.0.0.1:${address.port}/${token}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The cookies of a member of staff's new session. */
async function signIn({
  origin,
  email,
  password,
}: {
  origin: string;
  email: string;
  password: string;
}) {
  const reply = await fetch(`${origin}/api/session/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!reply.ok) throw new Error(`Signing in was answered with ${reply.status}.`);
  return reply.headers.getSetCookie();
}

function answer(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
}
