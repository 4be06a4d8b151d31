import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { seededRandom, standardNormal } from '../core/random.ts';
import { RAPID_ANSWER_RULES, rapidThresholdMs, responseTimes } from './response-times.ts';

const rules = RAPID_ANSWER_RULES;
const answers = (times: readonly number[], itemMeanMs = 40_000) =>
  times.map((durationMs) => ({ durationMs, itemMeanMs }));

describe('the time under which an answer is rapid', () => {
  it('is a tenth of the item’s mean, and never over ten seconds', () => {
    expect(rapidThresholdMs(40_000, rules)).toBe(4000);
    expect(rapidThresholdMs(240_000, rules)).toBe(10_000);
  });
});

describe('response-time effort', () => {
  it('is the share of answers that were not rapid; an answer on the threshold is not', () => {
    const found = responseTimes(
      answers([3999, 4000, 20_000, 900, 30_000, 41_000, 50_000, 39_000]),
      rules,
    );
    expect(found).toEqual({
      check: 'response-times',
      code: 'rapid',
      severity: 'look',
      figures: { judged: 8, rapid: [0, 3], effort: 0.75 },
    });
  });

  it('needs a decision where more than a quarter was rapid, and nothing where one in ten was', () => {
    const slow = Array.from({ length: 9 }, () => 30_000);
    expect(responseTimes(answers([...slow, 1000]), rules)).toMatchObject({
      code: 'considered',
      severity: 'fine',
    });
    expect(responseTimes(answers([...slow, 1, 1, 1, 1]), rules).severity).toBe('act');
  });

  it('judges no answer without its time or its item’s mean, and keeps the positions', () => {
    const found = responseTimes(
      [{ itemMeanMs: 9000 }, { durationMs: 1 }, ...answers(Array.from({ length: 8 }, () => 1))],
      rules,
    );
    expect(found.figures).toEqual({ judged: 8, rapid: [2, 3, 4, 5, 6, 7, 8, 9], effort: 0 });
  });

  it('is not given for a handful of answers', () => {
    const found = responseTimes(answers([1, 1, 1]), rules);
    expect(found).toMatchObject({ code: 'not-enough-data', severity: 'unknown' });
    expect(found.figures).toEqual({ judged: 3, rapid: [0, 1, 2] });
  });

  it('never rises when an answer gets faster', () => {
    const time = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 8, maxLength: 20 }), fc.nat(), (times, at) => {
        const faster = times.map((t, i) => (i === at % times.length ? Math.floor(t / 2) : t));
        const [before, after] = [times, faster].map((list) => responseTimes(answers(list), rules));
        expect(after?.figures.rapid).toEqual(
          expect.arrayContaining([...(before?.figures.rapid ?? [])]),
        );
      }),
    );
  });

  it('tells simulated pupils who take their time from those who click through a third', () => {
    const random = seededRandom('times');
    const sitting = (rapidShare: number) =>
      Array.from({ length: 20 }, () =>
        random.next() < rapidShare
          ? 500 + 2000 * random.next()
          : 40_000 * Math.exp(0.5 * standardNormal(random) - 0.125),
      );
    const flagged = (rapidShare: number) =>
      Array.from({ length: 300 }, () => responseTimes(answers(sitting(rapidShare)), rules)).filter(
        ({ code }) => code === 'rapid',
      ).length / 300;
    expect(flagged(0)).toBe(0);
    expect(flagged(1 / 3)).toBeGreaterThan(0.93);
  });

  it.each([{ durationMs: -1 }, { durationMs: Number.NaN }, { itemMeanMs: 0 }])(
    'refuses %o',
    (answer) => {
      expect(() => responseTimes([answer], rules)).toThrow(MeasurementError);
    },
  );
});
