import { Agent, type IncomingMessage, request } from 'node:http';
import { problem } from '@jalon/types';
import type { z } from 'zod';
import { blocksOf } from './event-blocks.ts';

const PATIENCE_MS = 10_000;

/** What the server said, and how long it took from the first byte sent to the last one read. */
export interface Reply {
  status: number;
  body: unknown;
  tookMs: number;
}

/** A call that came to nothing, by kind: `429 too-many-requests`, `ECONNRESET`, `timeout`. */
export class CallFailed extends Error {
  readonly kind: string;
  /** Whether the same call may succeed later. */
  readonly passing: boolean;

  constructor(kind: string, passing: boolean) {
    super(`A call failed: ${kind}.`);
    this.name = 'CallFailed';
    this.kind = kind;
    this.passing = passing;
  }
}

/** A reply as the contract has it. Throws `CallFailed` where it is something else. */
export function asContract<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path }) => path.join('.'));
  throw new CallFailed(`broke the contract at ${places.join(', ')}`, false);
}

export type Device = ReturnType<typeof createDevice>;

/**
 * One person's browser: a connection that it keeps, its cookies, and a session that it renews when
 * it has run out. It speaks to loopback alone.
 */
export function createDevice(origin: string) {
  const { hostname, port } = new URL(origin);
  if (hostname !== '127.0.0.1') throw new Error(`A load run speaks to loopback, not ${hostname}.`);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();

  function send(path: string, body: unknown, own: Agent | false): Promise<IncomingMessage> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const cookie = Array.from(cookies, (pair) => pair.join('=')).join('; ');
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: own,
          hostname,
          port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          ...(own && { timeout: PATIENCE_MS }),
          headers: {
            cookie,
            ...(text && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        (reply) => {
          for (const given of reply.headers['set-cookie'] ?? []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
            if (name !== undefined && value !== undefined) cookies.set(name, value);
          }
          resolve(reply);
        },
      );
      sent.on('timeout', () => sent.destroy(new CallFailed('timeout', true)));
      sent.on('error', (error) => reject(asCallFailed(error)));
      sent.end(text);
    });
  }

  async function once(path: string, body?: unknown): Promise<Reply & { text: string }> {
    const startedMs = performance.now();
    const reply = await send(path, body, agent);
    const text = await textOf(reply);
    const tookMs = performance.now() - startedMs;
    const isJson = reply.headers['content-type']?.includes('json') === true;
    return { status: statusOf(reply), text, body: isJson ? JSON.parse(text) : null, tookMs };
  }

  /** The reply where it is a good one. Rejects with `CallFailed`. */
  async function call(path: string, body?: unknown): Promise<Reply & { text: string }> {
    let reply = await once(path, body);
    if (reply.status === 401 && cookies.has('jalon_refresh')) {
      await once('/api/session/refresh', {});
      reply = await once(path, body);
    }
    if (reply.status !== 200) throw refusalOf(reply.status, reply.body);
    return reply;
  }

  return {
    call,
    /**
     * Opens a stream of server-sent events on a connection of its own, and reads it until it ends
     * or is closed; `onEnd` is told of an end that nobody asked for.
     */
    async listen(
      path: string,
      on: { event: (name: string, data: string) => void; end: (kind: string) => void },
    ): Promise<() => void> {
      const reply = await send(path, undefined, false);
      if (statusOf(reply) !== 200) {
        reply.resume();
        throw refusalOf(statusOf(reply), null);
      }
      let closed = false;
      const read = blocksOf(on.event);
      reply.setEncoding('utf8');
      reply.on('data', read);
      reply.on('error', () => undefined);
      reply.on('close', () => {
        if (!closed) on.end('a stream ended');
      });
      return () => {
        closed = true;
        reply.destroy();
      };
    },
    close: () => agent.destroy(),
  };
}

const statusOf = ({ statusCode }: IncomingMessage): number => {
  if (statusCode === undefined) throw new Error('A reply has no status.');
  return statusCode;
};

function refusalOf(status: number, body: unknown): CallFailed {
  const read = problem.safeParse(body);
  const passing = status === 429 || status >= 500;
  return new CallFailed(read.success ? `${status} ${read.data.code}` : `${status}`, passing);
}

function asCallFailed(error: Error): CallFailed {
  if (error instanceof CallFailed) return error;
  return new CallFailed('code' in error ? String(error.code) : error.message, true);
}

async function textOf(reply: IncomingMessage): Promise<string> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of reply) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch (error) {
    throw error instanceof Error ? asCallFailed(error) : error;
  }
}
