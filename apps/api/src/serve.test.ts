import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SittingProgress } from '@jalon/types';
import { createTestServer, type TestServer } from './testing/test-server.ts';
import { actors, people } from './testing/two-schools.ts';

let server: TestServer;
let origin: string;
let watched: number;
beforeEach(async () => {
  server = await createTestServer({ clock: () => begun });
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
  watched = 0;
  const { events } = server.services;
  const { watch } = events;
  events.watch = (assessmentId, listener) => {
    watched += 1;
    const unwatch = watch(assessmentId, listener);
    return () => {
      watched -= 1;
      unwatch();
    };
  };
});
afterEach(() => server.close());

const begun = new Date();
const progress: SittingProgress = {
  pupilId: people.own.pupil,
  name: 'Zélie Aubépine',
  state: 'working',
  attemptId: people.own.attempt,
  answered: 0,
  startedAt: begun.toISOString(),
  quickAnswers: 0,
  lastAnswerAt: null,
};

async function watchAsTeacher(signal?: AbortSignal) {
  const answer = await fetch(`${origin}/api/assessments/${people.own.assessment}/events`, {
    headers: { cookie: `jalon_access=${server.cookieOf(actors.teacher).jalon_access}` },
    ...(signal && { signal }),
  });
  if (!answer.body) throw new Error('The stream has no body.');
  return { answer, chunks: answer.body.pipeThrough(new TextDecoderStream()).getReader() };
}

describe('a stream of events', () => {
  it('says each movement when it happens', async () => {
    const { answer, chunks } = await watchAsTeacher();
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect((await chunks.read()).value).toBe(': quiet\n\n');
    const { school: schoolId, assessment: assessmentId, attempt: attemptId } = people.own;
    server.services.events.announce({ schoolId, assessmentId, attemptId });
    expect((await chunks.read()).value).toBe(
      `event: sitting\ndata: ${JSON.stringify(progress)}\n\n`,
    );
    await chunks.cancel();
  });

  it('ends, and leaves nothing behind, when its watcher goes', async () => {
    const gone = new AbortController();
    const { chunks } = await watchAsTeacher(gone.signal);
    await chunks.read();
    expect(watched).toBe(1);
    gone.abort();
    await expect.poll(() => watched).toBe(0);
  });

  it('ends when the server closes, which does not wait for its watchers to go', async () => {
    const { chunks } = await watchAsTeacher();
    await chunks.read();
    const start = performance.now();
    await server.app.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(await chunks.read()).toEqual({ done: true, value: undefined });
    expect(watched).toBe(0);
  });
});

describe('a server that closes', () => {
  it('answers what it had begun', async () => {
    const { identity } = server.store.read;
    const { schoolCount } = identity;
    const reached = Promise.withResolvers<undefined>();
    const held = Promise.withResolvers<undefined>();
    identity.schoolCount = async () => {
      reached.resolve(undefined);
      await held.promise;
      return schoolCount();
    };
    const answer = fetch(`${origin}/api/health`);
    await reached.promise;
    const closed = server.app.close();
    held.resolve(undefined);
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
  });
});
