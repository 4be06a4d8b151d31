import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardGrid } from '../core/grid.ts';
import { mixedAnswers } from '../fixtures/mixed-answers.ts';
import { compileItem, scoreProbabilities } from '../models/compiled-item.ts';
import { maxScore } from '../models/item-parameters.ts';
import { mlAbility } from './ml.ts';

const item = (difficulty: number, discrimination = 1) => ({
  discrimination,
  difficulty,
  difficultySd: 0,
});

describe('an estimate of maximum likelihood', () => {
  it('is where as much is expected as was scored, with 1/√information', () => {
    // Two items at ±1: one right of two puts the ability halfway, where each tells L(1)·L(-1).
    const found = mlAbility([
      { item: item(-1), score: 1 },
      { item: item(1), score: 0 },
    ]);
    const share = 1 / (1 + Math.exp(-1));
    const standardError = 1 / Math.sqrt(2 * share * (1 - share));
    expect(found).toMatchObject({ kind: 'estimate' });
    expect(found.kind === 'estimate' && found.ability).toBeCloseTo(0, 10);
    expect(found.kind === 'estimate' && found.standardError).toBeCloseTo(standardError, 10);
  });

  it('weighs scores by discrimination: the estimate solves Σ a·(x - E) = 0', () => {
    fc.assert(
      fc.property(mixedAnswers, (uncertain) => {
        const answers = uncertain.map((one) => ({
          ...one,
          item: { ...one.item, difficultySd: 0 },
        }));
        const found = mlAbility(answers);
        const points = answers.reduce((sum, { score }) => sum + score, 0);
        const most = answers.reduce((sum, one) => sum + maxScore(one.item), 0);
        if (points === 0 || points === most) {
          const direction = points === 0 ? 'below' : 'above';
          expect(found).toEqual({
            kind: 'unbounded',
            direction,
            ability: points === 0 ? -20 : 20,
          });
          return;
        }
        if (found.kind !== 'estimate') throw new Error('An estimate was expected.');
        const left = answers.reduce((sum, one) => {
          const expected = scoreProbabilities(one.item, found.ability).reduce(
            (total, probability, score) => total + score * probability,
            0,
          );
          return sum + one.item.discrimination * (one.score - expected);
        }, 0);
        expect(Math.abs(left)).toBeLessThan(1e-9);
      }),
    );
  });

  it('has the information that compiled items tabulate', () => {
    const answers = [
      { item: { ...item(0.3, 1.4), difficultySd: 0.5 }, score: 1 },
      { item: { discrimination: 0.8, steps: [-1, 0.2, 0.9], difficultySd: 0.3 }, score: 1 },
    ];
    const found = mlAbility(answers);
    if (found.kind !== 'estimate') throw new Error('An estimate was expected.');
    const near = standardGrid.points.map((point) => Math.abs(point - found.ability));
    const at = near.indexOf(Math.min(...near));
    const tabulated = answers.reduce(
      (sum, one) => sum + (compileItem(one.item, standardGrid).information[at] ?? 0),
      0,
    );
    expect(1 / found.standardError ** 2 / tabulated).toBeCloseTo(1, 1);
  });

  it('says that nothing was answered', () => {
    expect(mlAbility([])).toEqual({ kind: 'unanswered' });
  });
});
