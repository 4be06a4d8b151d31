import type { SittingProgress } from '@jalon/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { people } from '../../testing/two-schools.ts';
import { createSittingEvents, type SittingEvents } from '../sitting-events.ts';
import { watchSittings } from './watch.ts';

const { assessment } = people.own;
const QUIET_MS = 15_000;

let events: SittingEvents;
let leaving: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  events = createSittingEvents();
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
  lastAnswerAt: null,
});
const move = (answered: number, of: string = assessment) =>
  events.publish(of, () => Promise.resolve(at(answered)));

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
function isWatched(): boolean {
  const progress = vi.fn(() => new Promise<SittingProgress>(() => undefined));
  events.publish(assessment, progress);
  return progress.mock.calls.length > 0;
}

describe('whoever watches an assessment', () => {
  it('hears at once that the line is open, then each movement when it happens', async () => {
    const movements = await watch();
    const next = movements.next();
    move(1);
    expect(await next).toEqual(sitting(1));
    leaving.abort();
  });

  it('misses no movement while busy, and hears them in their order', async () => {
    const movements = await watch();
    for (const answered of [1, 2, 3]) move(answered);
    await Promise.resolve();
    for (const answered of [1, 2, 3]) expect(await movements.next()).toEqual(sitting(answered));
    leaving.abort();
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
    events.publish(assessment, () => Promise.reject(new Error('the store is closed')));
    move(2);
    expect(await next).toEqual(sitting(2));
    leaving.abort();
  });
});

describe('a watch', () => {
  it('ends when its signal aborts, and leaves no listener and no timer', async () => {
    const movements = await watch();
    const next = movements.next();
    expect(isWatched()).toBe(true);
    leaving.abort();
    expect(await next).toEqual(ended);
    expect(isWatched()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends when whoever reads it stops, and leaves no listener', async () => {
    const movements = await watch();
    await movements.return(undefined);
    expect(isWatched()).toBe(false);
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
