import { readFileSync } from 'node:fs';
import type { BackupState } from '@jalon/store';
import { routes } from '@jalon/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bodyOf } from '../../testing/route-calls.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { actors, people, uuid } from '../../testing/two-schools.ts';

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

  it('tell an answer that came again from one that was refused', async () => {
    const attempt = `/api/attempts/${people.sameSchool.attempt}`;
    const pupil = { ...actors.pupil, id: people.sameSchool.pupil };
    const view = await server.call({ url: attempt }, pupil);
    const [option] = /"options":\[\{"id":"([^"]+)"/.exec(view.body)?.slice(1) ?? [];
    const answer = (clientKey: string) =>
      server.call(
        {
          method: 'POST',
          url: `${attempt}/responses`,
          payload: {
            ordinal: 1,
            response: { kind: 'choice', option },
            clientKey,
            durationMs: 1000,
          },
        },
        pupil,
      );
    const before = await figure('jalon_answers_repeated_total');
    await answer('00000000-0000-4000-8000-00000000c11e');
    await answer('00000000-0000-4000-8000-00000000c11e');
    await answer('00000000-0000-4000-8000-00000000c11f');
    expect(await figure('jalon_answers_repeated_total')).toBe(before + 1);
    expect(await figure('jalon_answers_refused_total{code="already-answered"}')).toBe(1);
  });

  it('count tries to sign in by what was shown and how they ended', async () => {
    const payload = { card: people.cards.own };
    const signIn = { method: 'POST' as const, url: '/api/session/card' };
    await server.call({ ...signIn, payload });
    await server.call({ ...signIn, payload: { card: 'pas une carte' } });
    await server.call({
      method: 'POST',
      url: '/api/session/passkey',
      ...bodyOf('signInWithPasskey'),
    });
    await server.call({
      method: 'POST',
      url: '/api/session/card/pictures',
      ...bodyOf('signInWithPictures'),
    });
    const name = (outcome: string, means = 'card') =>
      `jalon_sign_ins_total{with="${means}",outcome="${outcome}"}`;
    expect(await figure(name('accepted'))).toBe(1);
    expect(await figure(name('wrong-card'))).toBe(1);
    expect(await figure(name('passkey-expired', 'passkey'))).toBe(1);
    expect(await figure(name('session-ended', 'pictures'))).toBe(1);
  });

  it('tell how the process is, what it is, and how its store does', async () => {
    expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(await figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect((await metrics()).body).toMatch(
      /jalon_build_info\{version="\d+\.\d+\.\d+",release="1.0.0",engine="(sqlite|postgres)"\} 1/,
    );
    expect(await figure('jalon_store_writable')).toBe(1);
    expect(await figure('jalon_store_waiting')).toBe(0);
    expect(await figure('jalon_streams_open')).toBe(0);
  });

  it('count the jobs of the database by status, and say nothing of them while it is away', async () => {
    const { change } = server.store;
    const at = new Date(0);
    const asked = { schoolId: null, input: {}, createdAt: at, dueAt: at, kind: 'none' };
    const [one, two] = [uuid(801), uuid(802)];
    await server.store.write(
      change.enqueueJob({ ...asked, id: one, uniqueKey: '1' }),
      change.enqueueJob({ ...asked, id: two, uniqueKey: '2' }),
      change.takeJob({ id: one, status: 'waiting', tries: 0 }, { now: at, leaseEnd: at }),
      change.failJob({ id: one, tries: 1 }, 'no-such-school', at),
    );
    expect(await figure('jalon_jobs{status="waiting"}')).toBe(1);
    expect(await figure('jalon_jobs{status="running"}')).toBe(0);
    expect(await figure('jalon_jobs{status="failed"}')).toBe(1);
    vi.spyOn(server.store.read.jobs, 'countByStatus').mockRejectedValueOnce(new Error('away'));
    const { statusCode, body } = await metrics();
    expect(statusCode).toBe(200);
    expect(body).not.toContain('jalon_jobs{');
  });

  it('tell how the backup is, and of none where none is kept', async () => {
    expect((await metrics()).body).not.toMatch(/^jalon_backup_/m);
    const state: BackupState = {
      lastShippedAt: new Date(1_500),
      lagBytes: 4096,
      generation: 1,
      lastSnapshotAt: null,
      lastError: 'the disk is full',
    };
    const backedUp = await createTestServer({ backup: () => state });
    const { body } = await backedUp.call({ url: '/api/metrics' });
    expect(body).toMatch(/^jalon_backup_lag_bytes 4096$/m);
    expect(body).toMatch(/^jalon_backup_last_shipped_timestamp_seconds 1.5$/m);
    expect(body).toMatch(/^jalon_backup_failing 1$/m);
    expect(body).not.toMatch(/^jalon_backup_last_snapshot/m);
    expect(body).not.toContain('disk is full');
    await backedUp.close();
  });

  it('are all described for those who operate the service', async () => {
    const guide = readFileSync(
      new URL('../../../../../docs/operations.md', import.meta.url),
      'utf8',
    );
    const names = [...(await metrics()).body.matchAll(/^# TYPE (jalon_\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(guide).toContain(`\`${name}\``);
  });

  it('are for the network of those who operate the service', async () => {
    expect((await metrics('10.1.2.3')).statusCode).toBe(200);
    expect((await metrics('::1')).statusCode).toBe(200);
    expect((await metrics('192.0.2.1')).statusCode).toBe(404);
    expect((await metrics('2001:db8::1')).statusCode).toBe(404);
  });
});
