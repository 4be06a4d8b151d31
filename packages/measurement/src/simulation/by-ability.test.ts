import { expect, it } from 'vitest';
import { figuresByAbility } from './by-ability.ts';

const placed = (truth: number, error: number, reportedLevel = 2) => ({
  truth,
  ability: truth + error,
  trueLevel: 2,
  reportedLevel,
});

it('pupils are told by the half logit that their true ability is nearest to', () => {
  const figures = figuresByAbility([
    placed(1.2, 0.3),
    placed(-0.2, 0.1),
    placed(0.9, -0.1, 4),
    placed(0.8, 0.1, 3),
  ]);
  expect(figures.map(({ ability, pupils }) => [ability, pupils])).toEqual([
    [0, 1],
    [1, 3],
  ]);
  expect(figures[1]?.bias).toBeCloseTo(0.1, 12);
  expect(figures[1]?.rmse).toBeCloseTo(Math.sqrt(0.11 / 3), 12);
  expect(figures[1]?.exactLevel).toBeCloseTo(1 / 3, 12);
  expect(figures[1]?.withinOneLevel).toBeCloseTo(2 / 3, 12);
});

it('the band holds the middle eight tenths of the errors', () => {
  const errors = Array.from({ length: 101 }, (_, i) => ((i * 37) % 101) / 50 - 1);
  const [figures] = figuresByAbility(errors.map((error) => placed(0, error)));
  expect(figures?.lower80).toBeCloseTo(-0.8, 12);
  expect(figures?.upper80).toBeCloseTo(0.8, 12);
});
