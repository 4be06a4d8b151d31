import { describe, expect, it } from 'vitest';
import { certaintyOf } from './certainty.ts';

const reported = (probabilities: number[]) => {
  const probability = Math.max(...probabilities);
  const index = probabilities.indexOf(probability);
  const near = probabilities.slice(Math.max(0, index - 1), index + 2);
  return {
    level: index + 1,
    band: 'Novice',
    probability,
    withinOne: Math.min(
      1,
      near.reduce((sum, one) => sum + one, 0),
    ),
    probabilities,
  };
};

describe('how sure a result is', () => {
  it('says between which levels it hesitates, lower first, below six chances in ten', () => {
    expect(certaintyOf(reported([0.02, 0.41, 0.5, 0.07]))).toMatchObject({
      kind: 'hesitant',
      level: 3,
      between: { lower: 2, upper: 3 },
      chances: 50,
      chancesWithinOne: 98,
    });
    expect(certaintyOf(reported([0.59, 0.4, 0.01])).kind).toBe('hesitant');
    expect(certaintyOf(reported([0.59, 0.4, 0.01])).between).toEqual({ lower: 1, upper: 2 });
  });

  it('is fairly sure from six chances in ten, almost sure from 85 in a hundred', () => {
    expect(certaintyOf(reported([0.4, 0.6])).kind).toBe('fairly-sure');
    expect(certaintyOf(reported([0.16, 0.84])).kind).toBe('fairly-sure');
    expect(certaintyOf(reported([0.15, 0.85])).kind).toBe('almost-sure');
    expect(certaintyOf(reported([0.404, 0.596]))).toMatchObject({
      kind: 'fairly-sure',
      chances: 60,
    });
  });

  it('never claims to be wholly sure', () => {
    expect(certaintyOf(reported([0.0001, 0.9999]))).toMatchObject({
      chances: 99,
      chancesWithinOne: 99,
    });
  });

  it('hesitates with nobody where the framework has one level', () => {
    expect(certaintyOf(reported([1])).between).toBeNull();
  });
});
