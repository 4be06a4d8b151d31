import { describe, expect, it, vi } from 'vitest';
import { ApiUnreachable } from '#lib/api/errors.ts';
import { createOutbox } from '#lib/outbox/outbox.ts';
import { memoryStorage } from '#lib/outbox/storage.ts';
import {
  acceptedAt,
  answerOf,
  attemptAt,
  feedback,
  refusal,
  uuid,
} from '#lib/outbox/testing/fixtures.ts';
import type { WaitingAnswer } from '#lib/outbox/waiting-answer.ts';
import { createSitting } from './sitting.ts';
import { type SittingStart, type SittingState, started } from './sitting-state.ts';

const offline = () => new ApiUnreachable('no network');

/** A form in which an option was chosen, or none. */
const choosing = (option?: string) => {
  const form = new FormData();
  if (option) form.append('answer', option);
  return form;
};

interface Circumstances {
  start?: SittingStart;
  /** What sending fails with, in turn, before it succeeds; and reading the attempt. */
  failures?: Error[];
  readFailures?: Error[];
  /** The feedback that answers get. */
  told?: typeof feedback;
  /** What an earlier visit left on the device. */
  kept?: WaitingAnswer[];
  /** The question that the attempt is at when it is read again. */
  standsAt?: number;
}

/** A sitting of pupil 1 at question 3 of attempt 9. */
function sittingThatMeets({
  start = { attempt: attemptAt(3) },
  failures = [],
  readFailures = [],
  told,
  kept = [],
  standsAt = 4,
}: Circumstances) {
  const storage = memoryStorage();
  for (const answer of kept) void storage.keep(answer);
  const sent: WaitingAnswer[] = [];
  const shown: SittingState[] = [];
  const pauses: (() => void)[] = [];
  const parts = {
    pause: () => new Promise<void>((resolve) => pauses.push(resolve)),
    random: () => 0,
  };
  const outbox = createOutbox({
    storage,
    send: async (answer) => {
      sent.push(answer);
      if (failures.length > 0) throw failures.shift();
      return acceptedAt(answer.body.ordinal, told);
    },
    ...parts,
  });
  const tryNow = vi.fn(() => pauses.splice(0).forEach((go) => go()));
  const sitting = createSitting({
    pupilId: uuid(1),
    start: started(start),
    show: (state) => shown.push(state),
    openOutbox: async () => outbox,
    readAttempt: async () => {
      if (readFailures.length > 0) throw readFailures.shift();
      return attemptAt(standsAt);
    },
    patience: parts,
    tryNow,
    now: () => 1_000,
  });
  const now = () => shown.at(-1);
  const phases = () => shown.map(({ phase }) => phase);
  const inPhase = (phase: string) => vi.waitFor(() => expect(now()?.phase).toBe(phase));
  return { sitting, storage, sent, now, phases, inPhase, tryNow };
}

describe('answering', () => {
  it('says what is missing and sends nothing', async () => {
    const { sitting, sent, now } = sittingThatMeets({});
    await sitting.answer(choosing());
    expect(now()).toMatchObject({ phase: 'answering', refusal: 'empty' });
    expect(sent).toEqual([]);
  });

  it('goes on to the next question, or tells why first', async () => {
    const later = sittingThatMeets({ start: { attempt: attemptAt(2) } });
    await later.sitting.answer(choosing('o1'));
    expect(later.phases()).toEqual(['sending', 'answering']);
    expect(later.now()).toMatchObject({ question: { ordinal: 3 }, given: {} });

    const atOnce = sittingThatMeets({ start: { attempt: attemptAt(2) }, told: feedback });
    await atOnce.sitting.answer(choosing('o1'));
    expect(atOnce.now()).toMatchObject({ phase: 'feedback', question: { ordinal: 2 }, feedback });
    atOnce.sitting.next();
    expect(atOnce.now()).toMatchObject({ phase: 'answering', question: { ordinal: 3 } });
  });

  it('takes one answer, however often the button is pressed', async () => {
    const { sitting, sent } = sittingThatMeets({});
    await Promise.all([
      sitting.answer(choosing('o1')),
      sitting.answer(choosing('o2')),
      sitting.answer(choosing()),
    ]);
    expect(sent.map(({ given }) => given)).toEqual([{ answer: ['o1'] }]);
  });

  it('ends with the last question, also where the connection came back only then', async () => {
    const { sitting, now, inPhase, storage, tryNow } = sittingThatMeets({ failures: [offline()] });
    const answered = sitting.answer(choosing('o1'));
    await inPhase('waiting');
    expect(now()).toMatchObject({ question: { ordinal: 3 }, given: { answer: ['o1'] } });
    expect(await storage.all()).toHaveLength(1);
    await sitting.tryAgain();
    expect(tryNow).toHaveBeenCalledOnce();
    await answered;
    expect(now()).toMatchObject({ phase: 'answering', question: null });
    expect(await storage.all()).toEqual([]);
  });
});

describe('an answer that cannot count', () => {
  it('gives way to the question that another tab or device has come to', async () => {
    const { sitting, now } = sittingThatMeets({
      start: { attempt: attemptAt(1) },
      failures: [refusal('already-answered')],
      standsAt: 3,
    });
    await sitting.answer(choosing('o1'));
    expect(now()).toMatchObject({
      phase: 'answering',
      question: { ordinal: 3 },
      news: 'overtaken',
    });
  });

  it('waits for the connection to learn where the attempt stands', async () => {
    const { sitting, now, inPhase } = sittingThatMeets({
      failures: [refusal('already-answered')],
      readFailures: [offline()],
    });
    const answered = sitting.answer(choosing('o1'));
    await inPhase('waiting');
    await sitting.tryAgain();
    await answered;
    expect(now()).toMatchObject({ question: null, news: 'overtaken' });
  });

  it('is asked for again where it could not be taken', async () => {
    const { sitting, now } = sittingThatMeets({ failures: [refusal('bad-response')], standsAt: 3 });
    await sitting.answer(choosing('o1'));
    expect(now()).toMatchObject({ phase: 'answering', question: { ordinal: 3 }, news: 'refused' });
  });
});

describe('a session that has ended', () => {
  it('holds the answer, and sends it once the pupil is back', async () => {
    const { sitting, now, storage } = sittingThatMeets({ failures: [refusal('session-ended')] });
    await sitting.answer(choosing('o1'));
    expect(now()).toMatchObject({ phase: 'held', given: { answer: ['o1'] } });
    expect(await storage.all()).toHaveLength(1);
    await sitting.tryAgain();
    expect(now()).toMatchObject({ question: null });
  });

  it('is told also where it ends between the answer and what follows it', async () => {
    const { sitting, now } = sittingThatMeets({
      failures: [refusal('conflict')],
      readFailures: [refusal('not-signed-in')],
    });
    await sitting.answer(choosing('o1'));
    expect(now()?.phase).toBe('held');
  });
});

describe('coming back to a page', () => {
  it('shows and sends the answer that was left to its question', async () => {
    const { sitting, now, phases, sent } = sittingThatMeets({ kept: [answerOf(1, 3)] });
    await sitting.takeUp();
    expect(phases()).toEqual(['sending', 'answering']);
    expect(sent).toHaveLength(1);
    expect(now()).toMatchObject({ question: null });
  });

  it('sends what was left elsewhere without touching the question', async () => {
    const other = { ...answerOf(1, 1), attemptId: uuid(8) };
    const acknowledgedBefore = answerOf(1, 2);
    const { sitting, phases, storage } = sittingThatMeets({ kept: [other, acknowledgedBefore] });
    await sitting.takeUp();
    expect(phases()).toEqual([]);
    expect(await storage.all()).toEqual([]);
  });

  it('sends nothing of another pupil', async () => {
    const { sitting, sent, storage } = sittingThatMeets({ kept: [answerOf(2, 3)] });
    await sitting.takeUp();
    expect(sent).toEqual([]);
    expect(await storage.all()).toHaveLength(1);
  });

  it('leaves alone a pupil who is faster', async () => {
    const { sitting, sent, now } = sittingThatMeets({ start: { attempt: attemptAt(2) } });
    await Promise.all([sitting.takeUp(), sitting.answer(choosing('o1'))]);
    expect(sent).toHaveLength(1);
    expect(now()).toMatchObject({ phase: 'answering', question: { ordinal: 3 } });
  });
});

describe('a mistake of ours', () => {
  it('leaves the pupil a button that tries again', async () => {
    const { sitting, now } = sittingThatMeets({ failures: [new TypeError('a bug')] });
    await expect(sitting.answer(choosing('o1'))).rejects.toThrow('a bug');
    expect(now()?.phase).toBe('waiting');
    await sitting.tryAgain();
    expect(now()).toMatchObject({ question: null });
  });
});
