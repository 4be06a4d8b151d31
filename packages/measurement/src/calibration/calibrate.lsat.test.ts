import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapAbility } from '../ability/map.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { drawScore } from '../models/draw-score.ts';
import { calibrate } from './calibrate.ts';
import { parametersOf } from './item-estimates.ts';

const lines = (file: string): string[][] =>
  readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));

const patterns = lines('lsat_patterns.csv');
const responses = {
  rows: patterns.map(([pattern = '']) => [...pattern].map(Number)),
  weights: patterns.map(([, count]) => Number(count)),
  maxScores: [1, 1, 1, 1, 1],
};
const published = lines('lsat_item_parameters.csv').map((cells) => {
  const [, model, , b, a, logLik, seB, seA] = cells;
  return { model, a: Number(a), b: Number(b), logLik: Number(logLik), seA, seB: Number(seB) };
});

describe('published parameters of LSAT6', () => {
  it.each([
    ['rasch', 'rasch_a1'],
    ['1pl', 'rasch_commona'],
    ['2pl', '2PL'],
  ] as const)('are met to 1e-5 under %s', (model, name) => {
    const ofModel = published.filter((row) => row.model === name);
    expect(ofModel).toHaveLength(5);
    const { logLikelihood, items, problems, gradientNorm } = calibrate({ model, responses });
    expect(problems).toEqual([]);
    expect(gradientNorm).toBeLessThan(1e-4);
    items.forEach((item, i) => {
      const wanted = ofModel[i];
      expect(Math.abs(logLikelihood - (wanted?.logLik ?? 0))).toBeLessThan(1e-5);
      expect(Math.abs(item.discrimination - (wanted?.a ?? 0))).toBeLessThan(1e-4);
      expect(Math.abs((item.steps[0] ?? 0) - (wanted?.b ?? 0))).toBeLessThan(2e-4);
      expect(Math.abs((item.stepSes[0] ?? 0) - (wanted?.seB ?? 0))).toBeLessThan(1e-2);
    });
  });
});

describe('a calibration', () => {
  it('finds the parameters that answers in steps were drawn from', () => {
    const random = seededRandom('gpcm');
    const truth = Array.from({ length: 8 }, (_, i) => ({
      discrimination: 0.6 + 0.15 * i,
      steps: [-1 + 0.2 * i, 0.1 * i, 0.8],
      difficultySd: 0,
    }));
    const rows = Array.from({ length: 3_000 }, () => {
      const ability = standardNormal(random);
      return truth.map((item) => drawScore(item, ability, 0, random));
    });
    const maxScores = truth.map(() => 3);
    const { items, problems } = calibrate({ model: 'gpcm', responses: { rows, maxScores } });
    expect(problems).toEqual([]);
    items.forEach((item, i) => {
      const { discrimination, steps } = truth[i] ?? { discrimination: NaN, steps: [] };
      expect(Math.abs(item.discrimination - discrimination)).toBeLessThan(
        4 * (item.discriminationSe ?? 0),
      );
      item.steps.forEach((step, k) => {
        expect(Math.abs(step - (steps[k] ?? NaN))).toBeLessThan(4 * (item.stepSes[k] ?? 0));
      });
    });
  });

  it('is the same for rows that stand for many and for as many rows, in any order of items', () => {
    const many = responses.rows.flatMap((row, i) =>
      Array.from({ length: responses.weights[i] ?? 0 }, () => row.toReversed()),
    );
    const one = calibrate({ model: '2pl', responses });
    const other = calibrate({
      model: '2pl',
      responses: { rows: many, maxScores: responses.maxScores },
    });
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
    one.items.forEach((item, i) => {
      expect(other.items[4 - i]?.steps[0]).toBeCloseTo(item.steps[0] ?? NaN, 5);
    });
  });

  it('tells of an item that everybody got right, and of a wrong key, without a NaN', () => {
    const rows = responses.rows.map((row, i) => [...row, 1, 1 - (row[i % 5] ?? 0)]);
    const maxScores = [...responses.maxScores, 1, 1];
    const { items, problems } = calibrate({
      model: '2pl',
      responses: { rows, maxScores, weights: responses.weights },
    });
    expect(problems.some(({ item, code }) => item === 5 && code === 'one-score')).toBe(true);
    for (const { discrimination, steps } of items) {
      expect(Number.isFinite(discrimination) && steps.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('published modes of LSAT6', () => {
  it('are met to 1e-4 with the parameters found here', () => {
    const { items } = calibrate({ model: '2pl', responses });
    const scored = lines('lsat_scores.csv').filter(
      ([model, method]) => model === '2PL' && method === 'MAP',
    );
    expect(scored).toHaveLength(30);
    for (const cells of scored) {
      const observations = items.map((item, i) => ({
        item: parametersOf(item),
        score: Number(cells[2 + i]),
      }));
      const { ability, standardError } = mapAbility(observations, { mean: 0, sd: 1 });
      expect(Math.abs(ability - Number(cells[9]))).toBeLessThan(1e-4);
      expect(Math.abs(standardError - Number(cells[10]))).toBeLessThan(1e-4);
    }
  });
});
