import { describe, expect, it } from 'vitest';
import { seededRandom, standardNormal } from '../core/random.ts';
import { carryPrior } from './carry.ts';
import { changeOf } from './change.ts';
import type { NormalPrior } from './posterior.ts';

const estimate = (ability: number, standardError: number) => ({ ability, standardError });

describe('how an ability changed', () => {
  it('is the difference, its standard error and the probability that it rose', () => {
    const change = changeOf(estimate(-0.5, 0.3), estimate(0.5, 0.4));
    expect(change.difference).toBeCloseTo(1, 12);
    expect(change.standardError).toBeCloseTo(0.5, 12);
    // Φ(2), as tables have it.
    expect(change.probabilityOfRise).toBeCloseTo(0.977249868051821, 12);
    expect(change.direction).toBe('rise');
  });

  it('is the same the other way round, downwards', () => {
    const [up, down] = [
      changeOf(estimate(0, 0.4), estimate(0.7, 0.5)),
      changeOf(estimate(0.7, 0.5), estimate(0, 0.4)),
    ];
    expect(down.difference).toBe(-up.difference);
    expect(down.probabilityOfRise).toBeCloseTo(1 - up.probabilityOfRise, 12);
    expect([up.direction, down.direction]).toEqual(['rise', 'fall']);
  });

  it('is called a change only from 80 chances out of 100 on', () => {
    // Φ(0.8416) = 0.8: just below and just above it.
    expect(changeOf(estimate(0, 0.6), estimate(0.841, 0.8)).direction).toBe('unsure');
    expect(changeOf(estimate(0, 0.6), estimate(0.842, 0.8)).direction).toBe('rise');
    expect(changeOf(estimate(0, 0.6), estimate(-0.841, 0.8)).direction).toBe('unsure');
    expect(changeOf(estimate(0, 0.6), estimate(-0.842, 0.8)).direction).toBe('fall');
    expect(changeOf(estimate(1, 0.5), estimate(1, 0.5))).toMatchObject({
      probabilityOfRise: 0.5,
      direction: 'unsure',
    });
  });

  it('is not told from standard errors that are none', () => {
    for (const none of [0, -1, NaN]) {
      expect(() => changeOf(estimate(0, none), estimate(1, 0.5))).toThrow(/standard errors/);
      expect(() => changeOf(estimate(0, 0.5), estimate(1, none))).toThrow(/standard errors/);
    }
  });
});

const all: NormalPrior = { mean: 0, sd: 1.5 };
/** Of what the answers of one sitting say by themselves, in logits. */
const ANSWERS_SD = 0.6;

/** The posterior after a sitting, all being normal. */
function sitting(prior: NormalPrior, seen: number) {
  const gain = prior.sd ** 2 / (prior.sd ** 2 + ANSWERS_SD ** 2);
  return estimate(prior.mean + gain * (seen - prior.mean), Math.sqrt(gain) * ANSWERS_SD);
}

/** How many of many pupils are said to have risen and fallen, all having changed by so much. */
function called(options: { change: number; isCarried: boolean; ability?: number }) {
  const random = seededRandom(`change ${JSON.stringify(options)}`);
  const rounds = 20_000;
  const counts = { rise: 0, fall: 0, unsure: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const ability = options.ability ?? all.mean + all.sd * standardNormal(random);
    const first = sitting(all, ability + ANSWERS_SD * standardNormal(random));
    const prior = options.isCarried
      ? carryPrior({ ...first, daysSince: 240 }, all, { sdPerYear: 0.8 })
      : all;
    const seen = ability + options.change + ANSWERS_SD * standardNormal(random);
    counts[changeOf(first, sitting(prior, seen)).direction] += 1;
  }
  return { rise: counts.rise / rounds, fall: counts.fall / rounds };
}

describe.each([true, false])('over many pupils (second prior from the first: %s)', (isCarried) => {
  it('says less often than it may that somebody changed who did not', () => {
    const { rise, fall } = called({ change: 0, isCarried });
    expect(rise).toBeLessThan(0.2);
    expect(fall).toBeLessThan(0.2);
    // It errs, all the same: what is said is probable, not certain.
    expect(rise + fall).toBeGreaterThan(0.05);
  });

  it('says so a little oftener of the weakest, downwards, and of the strongest, upwards', () => {
    expect(called({ change: 0, isCarried, ability: -3 }).fall).toBeLessThan(0.3);
    expect(called({ change: 0, isCarried, ability: 3 }).rise).toBeLessThan(0.3);
  });

  it('sees what is large', () => {
    const { rise, fall } = called({ change: 2, isCarried });
    expect(rise).toBeGreaterThan(0.8);
    expect(fall).toBeLessThan(0.01);
  });
});
