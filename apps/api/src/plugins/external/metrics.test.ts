import { routes } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people } from '../../testing/two-schools.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const metrics = (remoteAddress = '127.0.0.1') =>
  server.call({ url: '/api/metrics', remoteAddress });

async function figure(name: string): Promise<number> {
  const line = (await metrics()).body.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

describe('the metrics', () => {
  it('count requests by route and status, never by what was called in it', async () => {
    const name = `jalon_request_duration_seconds_count{method="GET",route="${routes.classPicture.path}",status="200"}`;
    await server.call({ url: `/api/classes/${people.own.class}` }, actors.teacher);
    expect(await figure(name)).toBe(1);
    expect((await metrics()).body).not.toContain(people.own.class);
  });

  it('count the answers that were acknowledged, and those alone', async () => {
    const attempt = `/api/attempts/${people.own.attempt}`;
    const view = await server.call({ url: attempt }, actors.pupil);
    const [option] = /"options":\[\{"id":"([^"]+)"/.exec(view.body)?.slice(1) ?? [];
    const answer = (chosen: string | undefined) => ({
      method: 'POST' as const,
      url: `${attempt}/responses`,
      payload: {
        ordinal: 1,
        response: { kind: 'choice', option: chosen },
        clientKey: '00000000-0000-4000-8000-00000000c11e',
        durationMs: 1000,
      },
    });
    const before = await figure('jalon_store_batches_total');
    expect((await server.call(answer('no such'), actors.pupil)).statusCode).toBe(400);
    expect((await server.call(answer(option), actors.pupil)).statusCode).toBe(200);
    expect(await figure('jalon_answers_acknowledged_total')).toBe(1);
    expect(await figure('jalon_store_batches_total')).toBe(before + 1);
  });

  it('tell how the process is', async () => {
    expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('are for the network of those who operate the service', async () => {
    expect((await metrics('10.1.2.3')).statusCode).toBe(200);
    expect((await metrics('::1')).statusCode).toBe(200);
    expect((await metrics('192.0.2.1')).statusCode).toBe(404);
    expect((await metrics('2001:db8::1')).statusCode).toBe(404);
  });
});
