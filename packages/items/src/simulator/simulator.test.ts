import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Log, type Machine, replay } from './machine.ts';
import { isDone, type Step } from './steps.ts';

/** A counter that goes up to a bound, and never below zero. */
interface Move {
  do: 'up' | 'down';
}
const counter: Machine<number, number, Move> = {
  start: () => 0,
  step: (most, state, event) => {
    const next = state + (event.do === 'up' ? 1 : -1);
    return next < 0 || next > most ? null : next;
  },
};
const up: Move = { do: 'up' };
const down: Move = { do: 'down' };
const restart = { do: 'restart' } as const;

const walk = (...log: Log<Move>) => {
  const gone = replay(counter, 3, log);
  if ('impossible' in gone) throw new Error(`refused at ${String(gone.impossible)}`);
  return gone;
};

describe('a replay', () => {
  it('keeps the state after each event, and where things were last put back', () => {
    expect(walk(up, up, down)).toEqual({ states: [0, 1, 2, 1], since: 0 });
    expect(walk(up, restart, up)).toEqual({ states: [0, 1, 0, 1], since: 2 });
    expect(walk()).toEqual({ states: [0], since: 0 });
  });

  it('names the first event that could not have happened', () => {
    expect(replay(counter, 3, [up, down, down, up])).toEqual({ impossible: 3 });
    expect(replay(counter, 1, [up, up])).toEqual({ impossible: 2 });
  });

  it('is the same each time, and goes on where a shorter one ended', () => {
    const moves = fc.array(fc.constantFrom(up, down, restart), { maxLength: 30 });
    fc.assert(
      fc.property(moves, moves, (first, then) => {
        const whole = replay(counter, 5, [...first, ...then]);
        expect(replay(counter, 5, [...first, ...then])).toEqual(whole);
        const part = replay(counter, 5, first);
        if ('impossible' in part) expect(whole).toEqual(part);
        else if ('states' in whole) {
          expect(whole.states.slice(0, part.states.length)).toEqual(part.states);
        }
      }),
    );
  });
});

describe('a step', () => {
  const step = (conditions: Partial<Step<number>>): Step<number> => ({
    goal: '',
    done: '',
    missed: '',
    when: [],
    sometime: [],
    unless: [],
    ...conditions,
  });
  const done = (conditions: Partial<Step<number>>, ...log: Log<Move>) =>
    isDone(step(conditions), walk(...log), (state, asked) => state === asked);

  it('is done where what it asks holds at the end', () => {
    expect(done({ when: [1] }, up)).toBe(true);
    expect(done({ when: [1] }, up, up)).toBe(false);
  });

  it('is done where what it asks held at some time, each at its own, since the last restart', () => {
    expect(done({ sometime: [1, 2] }, up, up, up)).toBe(true);
    expect(done({ sometime: [1] }, up, restart)).toBe(false);
  });

  it('is missed where what must not be ever was, even before a restart', () => {
    expect(done({ when: [1], unless: [2] }, up)).toBe(true);
    expect(done({ when: [1], unless: [2] }, up, up, restart, up)).toBe(false);
  });
});
