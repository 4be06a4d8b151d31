import { describe, expect, it, vi } from 'vitest';
import { ApiUnreachable } from '../api/errors.ts';
import { createOutbox } from './outbox.ts';
import { memoryStorage } from './storage.ts';
import { acceptedAt, answerOf, refusal, uuid } from './testing/fixtures.ts';
import type { WaitingAnswer } from './waiting-answer.ts';

/** An outbox whose sender fails in turn with what is given, then succeeds. */
function outboxThatMeets(...failures: Error[]) {
  const storage = memoryStorage();
  const sent: WaitingAnswer[] = [];
  const counts: number[] = [];
  const pauses: (() => void)[] = [];
  const outbox = createOutbox({
    storage,
    send: async (answer) => {
      sent.push(structuredClone(answer));
      const failure = failures.shift();
      if (failure) throw failure;
      return acceptedAt(answer.body.ordinal);
    },
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    random: () => 0,
    onChange: (answers) => counts.push(answers.length),
  });
  return { outbox, storage, sent, counts, pauses };
}

describe('an answer on its way', () => {
  it('is kept before it is sent and forgotten once it is acknowledged', async () => {
    const { outbox, storage, counts } = outboxThatMeets();
    const answer = answerOf(1);
    await outbox.keep(answer);
    expect(await storage.all()).toEqual([answer]);
    const onWaiting = vi.fn();
    expect(await outbox.deliver(answer, onWaiting)).toEqual({
      outcome: 'accepted',
      accepted: acceptedAt(3),
    });
    expect(await storage.all()).toEqual([]);
    expect(onWaiting).not.toHaveBeenCalled();
    expect(counts).toEqual([1, 0]);
  });

  it('is sent again unchanged until it arrives', async () => {
    const { outbox, sent, pauses } = outboxThatMeets(
      new ApiUnreachable('no network'),
      refusal('busy'),
    );
    const answer = answerOf(1);
    await outbox.keep(answer);
    const delivery = outbox.deliver(answer, vi.fn());
    for (const tries of [1, 2]) {
      await vi.waitFor(() => expect(pauses).toHaveLength(tries));
      pauses[tries - 1]?.();
    }
    expect((await delivery).outcome).toBe('accepted');
    expect(sent).toEqual([answer, answer, answer]);
  });

  it('is sent once, however many pages ask for it, and all of them learn how it goes', async () => {
    const { outbox, sent, pauses } = outboxThatMeets(new ApiUnreachable('no network'));
    const answer = answerOf(1);
    await outbox.keep(answer);
    const [first, second] = [vi.fn(), vi.fn()];
    const one = outbox.deliver(answer, first);
    await vi.waitFor(() => expect(first).toHaveBeenCalledOnce());
    const other = outbox.deliver(answer, second);
    expect(second).toHaveBeenCalledOnce();
    pauses[0]?.();
    expect(await other).toEqual(await one);
    expect(sent).toHaveLength(2);
  });

  it('gives way where the attempt has moved on', async () => {
    for (const code of ['already-answered', 'attempt-finished', 'conflict'] as const) {
      const { outbox, storage } = outboxThatMeets(refusal(code));
      const answer = answerOf(1);
      await outbox.keep(answer);
      expect(await outbox.deliver(answer, vi.fn())).toEqual({ outcome: 'overtaken' });
      expect(await storage.all()).toEqual([]);
    }
  });

  it('stays on the device while nobody, or somebody else, is signed in, and can be sent later', async () => {
    for (const code of ['not-signed-in', 'session-ended', 'forbidden', 'not-found'] as const) {
      const { outbox, storage } = outboxThatMeets(refusal(code));
      const answer = answerOf(1);
      await outbox.keep(answer);
      expect(await outbox.deliver(answer, vi.fn())).toEqual({ outcome: 'held' });
      expect(await storage.all()).toEqual([answer]);
      expect((await outbox.deliver(answer, vi.fn())).outcome).toBe('accepted');
    }
  });

  it('is given up where it can never be taken', async () => {
    const { outbox, storage } = outboxThatMeets(refusal('bad-response'));
    const answer = answerOf(1);
    await outbox.keep(answer);
    expect(await outbox.deliver(answer, vi.fn())).toEqual({ outcome: 'refused' });
    expect(await storage.all()).toEqual([]);
  });

  it('hides no mistake of ours behind endless tries', async () => {
    const { outbox, storage } = outboxThatMeets(new TypeError('a bug'));
    const answer = answerOf(1);
    await outbox.keep(answer);
    await expect(outbox.deliver(answer, vi.fn())).rejects.toThrow('a bug');
    expect(await storage.all()).toEqual([answer]);
  });
});

describe('a device that pupils share', () => {
  it('sends to each pupil’s session that pupil’s answers alone', async () => {
    const { outbox } = outboxThatMeets();
    const [first, other, second] = [answerOf(1, 3), answerOf(2, 3), answerOf(1, 4)];
    for (const answer of [second, first, other]) await outbox.keep(answer);
    expect(await outbox.waitingOf(uuid(1))).toEqual([first, second]);
    expect(await outbox.waitingOf(uuid(2))).toEqual([other]);
  });
});
