import { describe, expect, it } from 'vitest';
import { type FurtherStoppingState, shouldStop } from './stopping.ts';

const rules = { minItems: 8, maxItems: 12, minLevelProbability: 0.7 };

it.each([
  { count: 0, probability: 0.99, poolSize: 16, reason: null },
  { count: 7, probability: 0.99, poolSize: 9, reason: null },
  { count: 8, probability: 0.69, poolSize: 8, reason: null },
  { count: 8, probability: 0.7, poolSize: 8, reason: 'sure' },
  { count: 11, probability: 0.5, poolSize: 5, reason: null },
  { count: 12, probability: 0.5, poolSize: 4, reason: 'max' },
  { count: 12, probability: 0.9, poolSize: 0, reason: 'max' },
  { count: 5, probability: 0.9, poolSize: 0, reason: 'pool' },
  { count: 0, probability: 0.3, poolSize: 0, reason: 'pool' },
])(
  'after $count answers at $probability with $poolSize items left, the reason to stop is $reason',
  ({ count, probability, poolSize, reason }) => {
    const decision = shouldStop({ ...rules, count, level: { probability }, poolSize });
    expect(decision).toEqual({ stop: reason !== null, reason });
  },
);

describe('the further rules', () => {
  const state = { ...rules, count: 8, level: { probability: 0.5 }, poolSize: 4 };
  const sitting: FurtherStoppingState = {
    standardError: 0.5,
    secondsUsed: 600,
    gainsLeft: () => [0.01, 0.03, 0.02],
  };
  const reason = (changes: Partial<FurtherStoppingState>, of: Partial<typeof state> = {}) =>
    shouldStop({ ...state, ...of }, { ...sitting, ...changes }).reason;

  it('are not used where they are absent, and what they look at is not asked for', () => {
    const gainsLeft = () => {
      throw new Error('asked');
    };
    expect(reason({ gainsLeft })).toBe(null);
  });

  it('end a sitting from its shortest length on, where the standard error is small enough', () => {
    expect(reason({ maxStandardError: 0.5 })).toBe('precise');
    expect(reason({ maxStandardError: 0.49 })).toBe(null);
    expect(reason({ maxStandardError: 0.5 }, { count: 7 })).toBe(null);
  });

  it('end it where the time is used up, however short it is', () => {
    expect(reason({ maxSeconds: 600 })).toBe('time');
    expect(reason({ maxSeconds: 601 })).toBe(null);
    expect(reason({ maxSeconds: 600 }, { count: 1 })).toBe('time');
    expect(reason({ maxSeconds: 600 }, { count: 12 })).toBe('max');
  });

  it.each(['variance', 'level'] as const)('end it where no item brings enough %s', (of) => {
    const gainsLeft = (asked: string) => (asked === of ? [0.01, 0.03, 0.02] : [9]);
    expect(reason({ gainsLeft, minGain: { of, least: 0.031 } })).toBe('gain');
    expect(reason({ gainsLeft, minGain: { of, least: 0.03 } })).toBe(null);
    expect(reason({ gainsLeft, minGain: { of, least: 0.031 } }, { count: 7 })).toBe(null);
    expect(reason({ gainsLeft, minGain: { of, least: 0.031 } }, { poolSize: 0 })).toBe('pool');
  });

  it('look at no more gains than they need', () => {
    function* gainsLeft() {
      yield 0.1;
      throw new Error('asked for a second one');
    }
    expect(reason({ gainsLeft, minGain: { of: 'variance', least: 0.05 } })).toBe(null);
  });

  it('leave the level that is sure enough its reason', () => {
    expect(reason({ maxStandardError: 1 }, { level: { probability: 0.7 } })).toBe('sure');
  });
});
