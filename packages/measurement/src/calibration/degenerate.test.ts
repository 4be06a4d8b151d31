import { describe, expect, it } from 'vitest';
import { seededRandom, standardNormal } from '../core/random.ts';
import { drawScore } from '../models/draw-score.ts';
import { calibrate, type CalibrationModel } from './calibrate.ts';

const random = seededRandom('degenerate');
const abilities = Array.from({ length: 300 }, () => standardNormal(random));
const good = abilities.map((ability) =>
  [-1, 0, 1, 0.5].map((difficulty) =>
    drawScore({ discrimination: 1, difficulty, difficultySd: 0 }, ability, 0, random),
  ),
);

/** Calibrates the four good items and one more; every number must be finite. */
function withItem(model: CalibrationModel, scores: readonly (number | undefined)[], most = 1) {
  const rows = good.map((row, i) => [...row, scores[i]]);
  const found = calibrate({ model, responses: { rows, maxScores: [1, 1, 1, 1, most] } });
  const numbers = found.items.flatMap((item) => [
    item.discrimination,
    ...item.steps,
    ...[item.discriminationSe, ...item.stepSes].filter((se) => se !== undefined),
  ]);
  expect(numbers.every(Number.isFinite)).toBe(true);
  expect(found.gradientNorm).toBeLessThan(1e-4);
  return {
    ...found,
    fifth: found.items[4],
    codes: found.problems.filter(({ item }) => item === 4).map(({ code }) => code),
  };
}

describe('an item that', () => {
  it.each<[string, number | undefined, CalibrationModel]>([
    ['all got right', 1, 'rasch'],
    ['all got right', 1, '2pl'],
    ['all got wrong', 0, '1pl'],
    ['nobody was given', undefined, '2pl'],
  ])('%s (%s, %s) is told of and leaves the others as they are', (_, score, model) => {
    const alone = calibrate({ model, responses: { rows: good, maxScores: [1, 1, 1, 1] } });
    const { codes, items, logLikelihood, fifth } = withItem(
      model,
      good.map(() => score),
    );
    expect(codes).toEqual(['one-score']);
    expect(items.slice(0, 4)).toEqual(alone.items);
    expect(logLikelihood).toBe(alone.logLikelihood);
    expect(fifth).toMatchObject({ told: false, discrimination: 1, stepSes: [undefined] });
  });

  it('has its key the wrong way round comes out negative, and is told of', () => {
    const wrongKey = abilities.map((ability) =>
      drawScore({ discrimination: 1.2, difficulty: 0, difficultySd: 0 }, -ability, 0, random),
    );
    const { codes, fifth } = withItem('2pl', wrongKey);
    expect(codes).toEqual(['negative-discrimination']);
    expect(fifth?.discrimination).toBeLessThan(-0.5);
  });

  it('repeats another is held at the largest discrimination', () => {
    const { codes } = withItem(
      '2pl',
      good.map(([first]) => first),
    );
    expect(codes).toEqual(['unbounded-discrimination']);
  });

  it('has a score that nobody got keeps bounded steps', () => {
    const { codes, fifth } = withItem(
      'gpcm',
      good.map(([first = 0]) => first * 2),
      2,
    );
    expect(codes).toContain('unused-score');
    expect(fifth?.steps.every((step) => Math.abs(step) < 10)).toBe(true);
  });
});

describe('answers that', () => {
  it('all agree are a step, under one discrimination for all too', () => {
    const rows = good.map(([first = 0]) => [first, first, first, first]);
    const { problems, items } = calibrate({
      model: '1pl',
      responses: { rows, maxScores: [1, 1, 1, 1] },
    });
    expect(problems.map(({ code }) => code)).toEqual(items.map(() => 'unbounded-discrimination'));
  });

  it('cannot tell two parameters apart give no standard errors', () => {
    const rows = good.map(([first]) => [first]);
    const { problems, items } = calibrate({ model: '2pl', responses: { rows, maxScores: [1] } });
    expect(problems).toMatchObject([{ code: 'not-identified' }]);
    expect(items[0]?.discriminationSe).toBeUndefined();
  });

  it('are missing by design still show what they were drawn from', () => {
    const truth = Array.from({ length: 12 }, (_, i) => ({
      discrimination: 0.8 + 0.1 * (i % 5),
      difficulty: (i - 5.5) / 3,
      difficultySd: 0,
    }));
    // Errors of one table go together, since its pupils are a sample: several tables are averaged.
    const tables = Array.from({ length: 6 }, () => {
      const rows = Array.from({ length: 3000 }, (_, person) => {
        const ability = standardNormal(random);
        return truth.map((item, i) =>
          (i + person) % 3 === 0 ? undefined : drawScore(item, ability, 0, random),
        );
      });
      const { items, problems } = calibrate({
        model: '2pl',
        responses: { rows, maxScores: truth.map(() => 1) },
      });
      expect(problems).toEqual([]);
      return items.flatMap((item, i) => [
        (item.discrimination - (truth[i]?.discrimination ?? NaN)) / (item.discriminationSe ?? NaN),
        ((item.steps[0] ?? NaN) - (truth[i]?.difficulty ?? NaN)) / (item.stepSes[0] ?? NaN),
      ]);
    });
    const far = tables.flat();
    const square = far.reduce((sum, errors) => sum + errors ** 2, 0) / far.length;
    expect(square).toBeGreaterThan(0.6);
    expect(square).toBeLessThan(1.6);
  });
});
