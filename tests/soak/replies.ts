import { problem } from '@jalon/types';
import type { PupilNotes } from './ledger.ts';

const PATIENCE_MS = 10_000;

/** A reply that says something of the request; `code` is that of a problem document. */
export interface Reply {
  status: number;
  code: string;
  body: unknown;
}

/**
 * Calls of one device, with its cookies. A call gives `later` where the server is away, or busy in
 * the way it promises (503, `Retry-After`, a problem document); another 5xx is noted as a defect.
 */
export function createReplies(origin: string, notes: PupilNotes) {
  const cookies = new Map<string, string>();

  async function call(path: string, body?: unknown): Promise<Reply | 'later'> {
    let reply: globalThis.Response;
    let text: string;
    try {
      reply = await fetch(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie: Array.from(cookies, (pair) => pair.join('=')).join('; '),
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      text = await reply.text();
    } catch (error) {
      notes.refused(kindOf(error));
      return 'later';
    }
    for (const given of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const read: unknown = JSON.parse(text);
    if (reply.status < 400) return { status: reply.status, code: '', body: read };
    const document = problem.safeParse(read);
    const code = document.success ? document.data.code : 'no problem document';
    if (reply.status < 500) return { status: reply.status, code, body: read };
    const promised = reply.status === 503 && code === 'busy' && reply.headers.has('retry-after');
    if (promised) notes.refused('503 busy');
    else notes.defect(`${path.replace(/[0-9a-f-]{36}/, 'ID')}: ${reply.status} ${code}`);
    return 'later';
  }
  return { call };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'away';
  if (error.name === 'TimeoutError') return 'no reply in ten seconds';
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause ? String(cause.code) : cause.message;
}
