import { problem } from '@jalon/types';

/** What a probe met: `200`, `503 busy`, `away`. */
export async function probe(origin: string, path: string, body?: unknown): Promise<string> {
  try {
    const reply = await fetch(`${origin}${path}`, {
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    const read = problem.safeParse(await reply.json());
    if (!read.success) return String(reply.status);
    const when = reply.headers.has('retry-after') ? '' : ', no Retry-After';
    return `${reply.status} ${read.data.code}${reply.status === 503 ? when : ''}`;
  } catch {
    return 'away';
  }
}
