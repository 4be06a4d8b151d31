import { beforeEach, describe, expect, it } from 'vitest';
import { taking } from '../../testing/taking.ts';
import { createTestServices } from '../../testing/test-services.ts';
import { people, uuid } from '../../testing/two-schools.ts';
import type { ServiceContext } from '../context.ts';
import { itemKey } from '../engine.ts';

const attempt = people.own.attempt;
let services: ServiceContext;
let pupil: ReturnType<typeof taking>;
beforeEach(async () => {
  services = await createTestServices();
  pupil = taking(services);
});

describe('an answer', () => {
  it('is kept as it was given, with its score and the estimate that follows', async () => {
    const before = await pupil.row(attempt);
    const sent = await pupil.submission(attempt);
    await pupil.send(attempt, sent);
    const after = await pupil.row(attempt);
    expect(await pupil.responses(attempt)).toEqual([
      {
        schoolId: people.own.school,
        attemptId: attempt,
        ...sent,
        itemId: before.currentItemId,
        itemVersion: before.currentItemVersion,
        seed: before.currentSeed,
        points: 1,
        possible: 1,
        ability: after.ability,
        standardError: after.standardError,
        answeredAt: after.lastAnswerAt,
        seal: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(after.answered).toBe(1);
    expect(after.standardError).toBeLessThan(before.standardError);
  });

  it('raises the estimate where it is right, and lowers it where it is wrong', async () => {
    const { ability: before } = await pupil.row(attempt);
    await pupil.answer(attempt, true);
    const { ability: raised } = await pupil.row(attempt);
    await pupil.answer(attempt, false);
    const { ability: lowered } = await pupil.row(attempt);
    expect(raised).toBeGreaterThan(before);
    expect(lowered).toBeLessThan(raised);
  });

  it('brings the next item, which the attempt now waits for', async () => {
    const { ordinal, attempt: view } = await pupil.answer(attempt);
    expect(ordinal).toBe(1);
    expect(view).toMatchObject({
      id: attempt,
      status: 'open',
      progress: { answered: 1, atLeast: 4, atMost: 6 },
      current: { ordinal: 2 },
    });
    const [kept] = await pupil.responses(attempt);
    const waiting = await pupil.row(attempt);
    expect(waiting.currentItemId).not.toBe(kept?.itemId);
    expect(waiting.currentSeed).not.toBe(kept?.seed);
  });
});

describe('an answer sent again', () => {
  it('with its key is answered the same and counted once', async () => {
    const sent = await pupil.submission(attempt);
    const first = await pupil.send(attempt, sent);
    expect(first.feedback).not.toBeNull();
    const kept = await pupil.row(attempt);
    expect(await pupil.send(attempt, sent)).toEqual(first);
    expect(await pupil.responses(attempt)).toHaveLength(1);
    expect(await pupil.row(attempt)).toEqual(kept);
  });

  it('ten times at once is answered ten times the same and counted once', async () => {
    const sent = await pupil.submission(attempt);
    const replies = await Promise.all(Array.from({ length: 10 }, () => pupil.send(attempt, sent)));
    const [first] = replies;
    expect(replies).toEqual(Array.from({ length: 10 }, () => first));
    const rows = await pupil.responses(attempt);
    expect(rows).toHaveLength(1);
    const key = itemKey(rows[0]?.itemId ?? '', rows[0]?.itemVersion ?? 0);
    // Three attempts were there, and one of them met this item.
    expect(services.exposure.rate('1.1', key)).toBeCloseTo(1 / 3);
  });

  it('after the sitting went on still gets its own score, and where the pupil is now', async () => {
    const sent = await pupil.submission(attempt, false);
    const first = await pupil.send(attempt, sent);
    await pupil.answer(attempt, true);
    const again = await pupil.send(attempt, sent);
    expect(again.feedback).toEqual(first.feedback);
    expect(again.ordinal).toBe(1);
    expect(again.attempt.current?.ordinal).toBe(3);
  });

  it('after it ended the sitting is told again that the sitting has ended', async () => {
    let sent = await pupil.submission(attempt);
    let reply = await pupil.send(attempt, sent);
    while (reply.attempt.current) {
      sent = await pupil.submission(attempt);
      reply = await pupil.send(attempt, sent);
    }
    expect(reply.attempt.status).toBe('finished');
    expect(await pupil.send(attempt, sent)).toEqual(reply);
  });

  it('from elsewhere, with another key, is refused and changes nothing', async () => {
    const sent = await pupil.submission(attempt);
    await pupil.send(attempt, sent);
    const kept = [await pupil.row(attempt), await pupil.responses(attempt)];
    await expect(pupil.send(attempt, { ...sent, clientKey: uuid(7) })).rejects.toMatchObject({
      code: 'already-answered',
    });
    expect([await pupil.row(attempt), await pupil.responses(attempt)]).toEqual(kept);
  });
});

describe('two devices that answer the same item differently at once', () => {
  it('leave one answer: one of them is told that it is answered already', async () => {
    const right = await pupil.submission(attempt, true);
    const wrong = await pupil.submission(attempt, false);
    const outcomes = await Promise.allSettled([
      pupil.send(attempt, right),
      pupil.send(attempt, wrong),
    ]);
    const [won, lost] = outcomes.toSorted((a, b) => (a.status < b.status ? -1 : 1));
    expect(won).toMatchObject({
      status: 'fulfilled',
      value: { attempt: { progress: { answered: 1 } } },
    });
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'already-answered' } });
    const winner = outcomes[0] === won ? right : wrong;
    expect(await pupil.responses(attempt)).toMatchObject([winner]);
  });
});

describe('an answer out of turn', () => {
  it('is refused where it skips an item', async () => {
    const sent = await pupil.submission(attempt);
    await expect(pupil.send(attempt, { ...sent, ordinal: 2 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await pupil.responses(attempt)).toEqual([]);
  });

  it('is refused once the sitting has ended', async () => {
    const sent = await pupil.submission(attempt);
    const { answered } = await pupil.finish(attempt);
    await expect(pupil.send(attempt, { ...sent, ordinal: answered + 1 })).rejects.toMatchObject({
      code: 'attempt-finished',
    });
    expect(await pupil.responses(attempt)).toHaveLength(answered);
  });

  it('is refused where there is no such attempt', async () => {
    const sent = await pupil.submission(attempt);
    await expect(pupil.send(uuid(8), sent)).rejects.toMatchObject({ code: 'not-found' });
  });
});
