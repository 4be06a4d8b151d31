import { randomUUID } from 'node:crypto';
import { seededRandom } from '@jalon/measurement';
import type { Child } from '../child.ts';
import { createClient } from '../http-client.ts';
import { closedLoop } from './closed-loop.ts';
import { type Latencies, openLoop } from './open-loop.ts';
import { answerOne, beginSittings } from './sittings.ts';

export const CONNECTIONS = 32;
const BARE_REQUESTS = 8_000;
/** Each pupil of an open loop has a connection of their own, up to this. */
const OPEN_CONNECTIONS = 256;
const WARM_UP_MS = 6_000;
const MEASURED_MS = 10_000;
const ANSWERS_A_PUPIL = 32;

/** Requests a second that the baseline answers to 32 connections. */
export async function bareRate(server: Child): Promise<number> {
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
    return await closedLoop(CONNECTIONS, async (count) => {
      while (count.next < BARE_REQUESTS) {
        count.next += 1;
        const { status } = await client.post('/answer', token, body);
        if (status !== 200) throw new Error(`The baseline answered ${status}.`);
        count.answered();
      }
    });
  } finally {
    client.close();
  }
}

/**
 * Answers a second that the product takes from 32 connections, and how many it took. `begin` is
 * called once the sittings are begun, before the clock runs.
 */
export async function fullRate(
  server: Child,
  begin: () => Promise<void> = async () => undefined,
): Promise<{ perSecond: number; answers: number }> {
  const client = createClient(server.origin, CONNECTIONS);
  try {
    const sittings = await beginSittings(client, server.origin, server.tokens);
    const random = seededRandom('answer-path');
    let answers = 0;
    await begin();
    const perSecond = await closedLoop(CONNECTIONS, async (count) => {
      for (;;) {
        let sitting = sittings[count.next] ?? null;
        if (!sitting) return;
        count.next += 1;
        while (sitting) {
          sitting = await answerOne(client, sitting, random);
          count.answered();
          answers += 1;
        }
      }
    });
    return { perSecond, answers };
  } finally {
    client.close();
  }
}

/** How many pupils a measurement of latency at a rate needs. */
export const pupilsFor = (perSecond: number): number =>
  Math.ceil((perSecond * (WARM_UP_MS + MEASURED_MS)) / 1000 / ANSWERS_A_PUPIL);

/** How long answers take at a fixed rate, each measured from when it was meant to be sent. */
export async function latenciesAt(server: Child, perSecond: number): Promise<Latencies> {
  const client = createClient(server.origin, OPEN_CONNECTIONS);
  try {
    const ready = await beginSittings(client, server.origin, server.tokens);
    const random = seededRandom('open-loop');
    return await openLoop({
      perSecond,
      warmUpMs: WARM_UP_MS,
      measuredMs: MEASURED_MS,
      ready,
      ask: (sitting) => answerOne(client, sitting, random),
      clock: () => performance.now(),
      // Not at once, over and over: that would take a core from those that are measured.
      soon: (callback) => void setTimeout(callback, 1),
    });
  } finally {
    client.close();
  }
}
