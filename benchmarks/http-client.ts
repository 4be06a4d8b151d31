import { Agent, request } from 'node:http';

/** A small client that keeps its connections, the same for every server that is measured. */
export function createClient(origin: string, connections: number) {
  const url = new URL(origin);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new Error(`A benchmark speaks to loopback alone, not to ${url.hostname}.`);
  }
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post(path: string, token: string, body: unknown): Promise<{ status: number; text: string }> {
      const text = JSON.stringify(body);
      return new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            host: url.hostname,
            port: url.port,
            path,
            method: 'POST',
            headers: {
              authorization: `Bearer ${token}`,
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                text: Buffer.concat(chunks).toString(),
              }),
            );
            response.on('error', reject);
          },
        );
        sent.on('error', reject);
        sent.end(text);
      });
    },
    close: () => agent.destroy(),
  };
}

export type Client = ReturnType<typeof createClient>;
