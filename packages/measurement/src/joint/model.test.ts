import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { guessed } from './arbitrary-responses.ts';
import { createJointModel } from './model.ts';
import { sixteenCompetences } from './simulated-pupils.ts';
import { startJoint } from './state.ts';
import { marginal, updateJoint } from './update.ts';

describe('a joint model', () => {
  it.each([
    { means: [0, 0], sds: [1], correlations: [[1]] },
    { means: [0, 0], sds: [1, 1], correlations: [[1, 0.5]] },
    {
      means: [0, 0],
      sds: [1, 1],
      correlations: [
        [1, 0.5],
        [0.4, 1],
      ],
    },
    {
      means: [0, 0],
      sds: [1, 1],
      correlations: [
        [1, 1],
        [1, 1],
      ],
    },
    {
      means: [0, 0],
      sds: [1, 1],
      correlations: [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
    },
    {
      means: [0, 0],
      sds: [1, 0],
      correlations: [
        [1, 0],
        [0, 1],
      ],
    },
  ])('is refused for %o', (prior) => {
    expect(() => createJointModel(prior)).toThrow(MeasurementError);
  });

  it('is refused where no abilities can correlate so', () => {
    expect(() => sixteenCompetences({ within: 0.3, between: 0.9 })).toThrow(MeasurementError);
    expect(() => sixteenCompetences({ within: 1, between: 0.9 })).toThrow(MeasurementError);
  });

  it.each([-1, 16, 0.5])('has no competence %d', (index) => {
    const state = startJoint(sixteenCompetences());
    expect(() => updateJoint(state, index, { item: guessed, score: 1 })).toThrow(MeasurementError);
    expect(() => marginal(state, index)).toThrow(MeasurementError);
  });

  it('takes no score that the item does not give', () => {
    const state = startJoint(sixteenCompetences());
    expect(() => updateJoint(state, 0, { item: guessed, score: 2 })).toThrow(MeasurementError);
  });
});
