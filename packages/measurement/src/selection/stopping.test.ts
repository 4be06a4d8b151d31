import { expect, it } from 'vitest';
import { shouldStop } from './stopping.ts';

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
