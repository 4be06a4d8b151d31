import { localNotices } from '@jalon/store/testing';
import type { SittingProgress } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { people } from '../../testing/two-schools.ts';
import { createSittingEvents, type Moved, type SittingEvents } from '../sitting-events.ts';
import { watchSittings } from './watch.ts';

const { assessment } = people.own;
const QUIET_MS = 15_000;

let events: SittingEvents;
let notices: ReturnType<typeof localNotices>;
let look: Mock<(moved: Moved) => Promise<SittingProgress | null>>;
let answered: number;
let leaving: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  notices = localNotices();
  look = vi.fn(async () => {
    const seen = at(answered);
    await Promise.resolve();
    return seen;
  });
  events = createSittingEvents(notices, look);
  leaving = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (answered: number): SittingProgress => ({
  pupilId: people.own.pupil,
  name: 'Zélie Aubépine',
  state: 'working',
  attemptId: people.own.attempt,
  answered,
  startedAt: null,
  quickAnswers: 0,
  lastAnswerAt: null,
});
const { school: schoolId, attempt: attemptId } = people.own;
const move = (to: number, assessmentId: string = assessment) => {
  answered = to;
  events.announce({ schoolId, assessmentId, attemptId });
};

const quiet = { done: false, value: { type: 'quiet' } };
const sitting = (answered: number) => ({
  done: false,
  value: { type: 'sitting', progress: at(answered) },
});
const ended = { done: true, value: undefined };

/** A watch whose first sign of life has come. */
async function watch() {
  const movements = watchSittings(events, assessment, leaving.signal);
  expect(await movements.next()).toEqual(quiet);
  return movements;
}

/** Whether anyone still listens: nobody is asked where a pupil is for nobody's sake. */
async function isWatched(): Promise<boolean> {
  look.mockClear();
  events.announce({ schoolId, assessmentId: assessment, attemptId });
  await Promise.resolve();
  return look.mock.calls.length > 0;
}

describe('whoever watches an assessment', () => {
  it('hears at once that the line is open, then each movement when it happens', async () => {
    const movements = await watch();
    const next = movements.next();
    move(1);
    expect(await next).toEqual(sitting(1));
    leaving.abort();
  });

  it('hears where a pupil is in the end, however fast the movements come, and never goes back', async () => {
    const movements = await watch();
    for (const to of [1, 2, 3]) move(to);
    expect(await movements.next()).toEqual(sitting(1));
    expect(await movements.next()).toEqual(sitting(3));
    expect(look).toHaveBeenCalledTimes(2);
    leaving.abort();
  });

  it('hears what another process tells', async () => {
    const movements = await watch();
    answered = 7;
    notices.hear(`moved ${schoolId} ${assessment} ${attemptId}`);
    expect(await movements.next()).toEqual(sitting(7));
    leaving.abort();
  });

  it('is left to connect again where something may have been missed', async () => {
    const movements = await watch();
    const next = movements.next();
    notices.hear(null);
    expect(await next).toEqual(ended);
    expect(await isWatched()).toBe(false);
  });

  it('hears nothing of other assessments', async () => {
    const movements = await watch();
    const next = movements.next();
    move(1, people.sameSchool.assessment);
    move(2);
    expect(await next).toEqual(sitting(2));
    leaving.abort();
  });

  it('hears every fifteen seconds that the line is alive, and no sooner', async () => {
    const movements = await watch();
    const heard = vi.fn();
    const next = movements.next().then(heard);
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await next;
    expect(heard).toHaveBeenCalledWith(quiet);
    const later = movements.next();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(await later).toEqual(quiet);
    leaving.abort();
  });

  it('waits the whole time again after a movement', async () => {
    const movements = await watch();
    const first = movements.next();
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    move(1);
    expect(await first).toEqual(sitting(1));
    const heard = vi.fn();
    const second = movements.next().then(heard);
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await second;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('learns the next movement where one could not be read', async () => {
    const movements = await watch();
    const next = movements.next();
    look.mockRejectedValueOnce(new Error('the store is closed'));
    move(1);
    move(2);
    expect(await next).toEqual(sitting(2));
    leaving.abort();
  });
});

describe('a watch', () => {
  it('ends when its signal aborts, and leaves no listener and no timer', async () => {
    const movements = await watch();
    const next = movements.next();
    leaving.abort();
    expect(await next).toEqual(ended);
    expect(await isWatched()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when whoever reads it stops, and leaves no listener', async () => {
    const movements = await watch();
    await movements.return(undefined);
    expect(await isWatched()).toBe(false);
  });

  it('leaves the other watchers of the assessment theirs', async () => {
    const other = await watch();
    const gone = new AbortController();
    const movements = watchSittings(events, assessment, gone.signal);
    await movements.next();
    gone.abort();
    expect(await movements.next()).toEqual(ended);
    move(4);
    expect(await other.next()).toEqual(sitting(4));
    leaving.abort();
  });
});
