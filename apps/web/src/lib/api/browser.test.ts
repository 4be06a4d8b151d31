import type { ProblemCode } from '@jalon/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendFromBrowser } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

/** Answers calls with these, in their order; gives the paths that were called. */
function answering(...answers: (ProblemCode | 'ok' | 'nonsense')[]): string[] {
  const called: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    called.push(path);
    const answer = answers.shift() ?? 'ok';
    if (answer === 'ok') return Response.json({});
    if (answer === 'nonsense') return new Response('<html>', { status: 401 });
    const problem = { type: 'urn:x', code: answer, title: '', status: 401, detail: '' };
    return Response.json({ ...problem, instance: '' }, { status: 401 });
  });
  return called;
}

const send = () => sendFromBrowser('/api/home', {});
const renewed = ['/api/home', '/api/session/refresh', '/api/home'];

describe('a call of the API from the page', () => {
  it.each(['not-signed-in', 'nonsense'] as const)(
    'is made again with a session that is renewed (%s)',
    async (code) => {
      const called = answering(code);
      expect((await send()).ok).toBe(true);
      expect(called).toEqual(renewed);
    },
  );

  it.each(['wrong-password', 'passkey-refused'] as const)(
    'is made once where it was refused for what it said (%s)',
    async (code) => {
      const called = answering(code);
      expect((await send()).status).toBe(401);
      expect(called).toEqual(['/api/home']);
    },
  );

  it('tells of the end of a session that cannot be renewed', async () => {
    const called = answering('not-signed-in', 'session-ended');
    expect((await send()).status).toBe(401);
    expect(called).toEqual(renewed.slice(0, 2));
  });
});
