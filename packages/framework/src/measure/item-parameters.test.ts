import { compileItem, maxScore, standardGrid } from '@jalon/measurement';
import { describe, expect, it } from 'vitest';
import { scale } from '../schema/scale.ts';
import { itemParameters } from './item-parameters.ts';

const written = { discrimination: 1.2, difficulty: { mean: 0, sd: 0 } };
const steps = scale.parse({
  version: '1.0.0',
  usualDifficulty: { 1: 0 },
  discrimination: { choices: 1.2 },
  sitting: { minItems: 1, maxItems: 2, minLevelProbability: 0.8 },
  growth: { sdPerYear: 1 },
  partialCredit: { stepSpacing: 0 },
  competences: {},
});
const informationAtZero = (points: number) =>
  compileItem(itemParameters(steps, written, points), standardGrid).information[80] ?? Number.NaN;

describe('an item of several points', () => {
  it('has a step for each of them, around what its writer says', () => {
    const item = itemParameters({ ...steps, partialCredit: { stepSpacing: 0.4 } }, written, 3);
    expect(maxScore(item)).toBe(3);
    expect('steps' in item && item.steps).toEqual([-0.4, 0, 0.4]);
  });

  it.each([2, 4, 9])('tells as much as the square root of its %d points in answers', (points) => {
    expect(informationAtZero(points) / informationAtZero(1)).toBeCloseTo(Math.sqrt(points), 10);
  });

  it('is right or wrong under a scale that names no partial credit, and where it has one point', () => {
    const plain = { discrimination: 1.2, difficulty: 0, difficultySd: 0 };
    expect(itemParameters({ ...steps, partialCredit: undefined }, written, 3)).toEqual(plain);
    expect(itemParameters(steps, written, 1)).toEqual(plain);
  });
});
