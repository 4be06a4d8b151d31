import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { seededRandom } from '@jalon/measurement';
import { acceptedResponse, attemptView, frameworkView } from '@jalon/types';
import type { AttemptView } from '@jalon/types';
import { anyResponse } from '../tests/support/any-response.ts';
import { startChild } from './child.ts';
import { type Client, createClient } from './http-client.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const BARE_REQUESTS = 6_000;
const PUPILS = 160;

/**
 * Throughput of the full answer path (authenticate, score, estimate, choose, store durably) over
 * that of a bare Fastify route that checks a token and makes one insert durable: the same client,
 * 32 connections, one server a process, in turn, several rounds; the median ratio.
 */
export async function benchAnswerPath(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  try {
    const ratios: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const bare = await bareRate(mkdtempSync(join(folder, 'bare-')));
      const full = await fullRate(mkdtempSync(join(folder, 'full-')));
      console.log(
        `round ${round}: bare insert ${bare.toFixed(0)}/s, full answer path ${full.toFixed(0)}/s`,
      );
      ratios.push(full / bare);
    }
    ratios.sort((a, b) => a - b);
    return ratios[Math.floor(ratios.length / 2)] ?? Number.NaN;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bareRate(folder: string): Promise<number> {
  const server = await startChild('./bare-server.ts', [folder]);
  const client = createClient(server.origin, CONNECTIONS);
  const [token] = server.tokens;
  if (!token) throw new Error('The baseline gave no token.');
  const body = {
    ordinal: 1,
    response: { kind: 'choice', option: 'o1' },
    clientKey: randomUUID(),
    durationMs: 10_000,
  };
  try {
    return await rate(async (count) => {
      while (count.next < BARE_REQUESTS) {
        count.next += 1;
        const { status } = await client.post('/answer', token, body);
        if (status !== 200) throw new Error(`The baseline answered ${status}.`);
        count.done += 1;
      }
    });
  } finally {
    client.close();
    await server.stop();
  }
}

async function fullRate(folder: string): Promise<number> {
  const server = await startChild('./full-server.ts', [folder, String(PUPILS)]);
  const client = createClient(server.origin, CONNECTIONS);
  try {
    const sittings = await beginSittings(client, server.origin, server.tokens);
    const random = seededRandom('answer-path');
    return await rate(async (count) => {
      for (;;) {
        const sitting = sittings[count.next];
        if (!sitting) return;
        count.next += 1;
        let view = sitting.view;
        while (view.current) {
          const reply = await client.post(`/api/attempts/${view.id}/responses`, sitting.token, {
            ordinal: view.current.ordinal,
            response: anyResponse(view.current.item, random),
            clientKey: randomUUID(),
            durationMs: 10_000,
          });
          if (reply.status !== 200) throw new Error(`An answer was refused: ${reply.text}`);
          view = acceptedResponse.parse(JSON.parse(reply.text)).attempt;
          count.done += 1;
        }
      }
    });
  } finally {
    client.close();
    await server.stop();
  }
}

/** One practice of each competence for each pupil, begun before the clock runs. */
async function beginSittings(client: Client, origin: string, tokens: readonly string[]) {
  const framework = frameworkView.parse(await (await fetch(`${origin}/api/framework`)).json());
  const competences = framework.competences.filter(({ items }) => items > 0);
  const sittings: { token: string; view: AttemptView }[] = [];
  for (const { code } of competences) {
    const views = await Promise.all(
      tokens.map(async (token) => {
        const begun = { mode: 'practice', competence: code };
        const { status, text } = await client.post('/api/attempts', token, begun);
        if (status !== 200) throw new Error(`A practice was refused: ${text}`);
        return { token, view: attemptView.parse(JSON.parse(text)) };
      }),
    );
    sittings.push(...views);
  }
  return sittings;
}

/** Requests done a second by as many workers as there are connections. */
async function rate(
  work: (count: { next: number; done: number }) => Promise<void>,
): Promise<number> {
  const count = { next: 0, done: 0 };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => work(count)));
  return (count.done * 1000) / (performance.now() - startedMs);
}
