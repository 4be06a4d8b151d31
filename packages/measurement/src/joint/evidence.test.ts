import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';

import type { EarlierSite } from './earlier-site.ts';
import { modelFromEvidence, priorFromEvidence } from './evidence.ts';
import { sixteenCompetences } from './simulated-pupils.ts';

const model = sixteenCompetences();
const growth = { sdPerYear: 1 };
const DAYS = 365.25;

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const site: fc.Arbitrary<EarlierSite> = fc.record({
  competence: fc.nat({ max: 15 }),
  mean: real(-4, 4),
  precision: fc.oneof(fc.constant(0), real(0.01, 20)),
  daysSince: fc.oneof(fc.constant(0), real(0, 3000)),
});

const sites = fc.array(site, { maxLength: 40 });

const sdOf = (evidence: readonly EarlierSite[], competence = 0) =>
  priorFromEvidence({ model, evidence, growth }, competence).prior.sd;

describe('the prior of a new sitting', () => {
  it('is the scale itself without evidence', () => {
    const nothing = {
      prior: { mean: 0, sd: 1.5 },
      alone: { mean: 0, sd: 1.5 },
      shareFromOthers: 0,
    };
    expect(priorFromEvidence({ model, evidence: [], growth }, 7)).toEqual(nothing);
    expect(modelFromEvidence({ model, evidence: [], growth })).toBe(model);
  });

  it('is that of own evidence only where nothing correlates', () => {
    const apart = sixteenCompetences({ within: 0, between: 0 });
    fc.assert(
      fc.property(sites, (evidence) => {
        const { prior, alone, shareFromOthers } = priorFromEvidence(
          { model: apart, evidence, growth },
          0,
        );
        expect(prior.mean).toBeCloseTo(alone.mean, 12);
        expect(prior.sd).toBeCloseTo(alone.sd, 12);
        expect(shareFromOthers).toBeCloseTo(0, 12);
      }),
    );
  });

  it('is never wider than without other competences, nor they than the scale', () => {
    fc.assert(
      fc.property(sites, (evidence) => {
        const found = priorFromEvidence({ model, evidence, growth }, 0);
        expect(found.prior.sd).toBeLessThanOrEqual(found.alone.sd + 1e-12);
        expect(found.alone.sd).toBeLessThanOrEqual(1.5);
        expect(found.shareFromOthers).toBeCloseTo(1 - (found.prior.sd / found.alone.sd) ** 2, 9);
      }),
    );
  });

  it('is never narrower than all evidence would make it on the day it was given', () => {
    fc.assert(
      fc.property(
        fc.array(site, { minLength: 1, maxLength: 1 }),
        real(0, 2000),
        (evidence, days) => {
          const older = evidence.map((each) => ({ ...each, daysSince: each.daysSince + days }));
          const fresh = evidence.map((each) => ({ ...each, daysSince: 0 }));
          expect(sdOf(evidence)).toBeGreaterThanOrEqual(sdOf(fresh) - 1e-12);
          expect(sdOf(older)).toBeGreaterThanOrEqual(sdOf(evidence) - 1e-12);
        },
      ),
    );
  });

  it('is made no wider by any piece of evidence', () => {
    fc.assert(
      fc.property(sites, site, (evidence, more) => {
        expect(sdOf([...evidence, more])).toBeLessThanOrEqual(sdOf(evidence) + 1e-12);
      }),
    );
  });

  it('does not depend on the order of the evidence, to the last bit', () => {
    const shuffled = sites.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([evidence, other]) => {
        expect(priorFromEvidence({ model, evidence: other, growth }, 2)).toEqual(
          priorFromEvidence({ model, evidence, growth }, 2),
        );
      }),
    );
  });

  it('widens by sdPerYear² a year at first', () => {
    const known = { competence: 0, mean: 1, precision: 1 / 0.09, daysSince: 0 };
    const after = (daysSince: number) => 1 / (1 / sdOf([{ ...known, daysSince }]) ** 2 - 1 / 2.25);
    expect((after(DAYS / 1000) - after(0)) * 1000).toBeCloseTo(1, 1);
  });

  it('holds almost nothing of what is a long time ago', () => {
    const old = Array.from({ length: 16 }, (_, competence) => ({
      competence,
      mean: 3,
      precision: 10,
      daysSince: 40 * DAYS,
    }));
    const { prior, shareFromOthers } = priorFromEvidence({ model, evidence: old, growth }, 0);
    expect(Math.abs(prior.mean)).toBeLessThan(1e-3);
    expect(prior.sd).toBeGreaterThan(1.4999);
    expect(shareFromOthers).toBeLessThan(1e-4);
  });

  it('agrees with the model of all competences, which starts a joint sitting', () => {
    fc.assert(
      fc.property(sites, (evidence) => {
        const all = modelFromEvidence({ model, evidence, growth });
        for (const competence of [0, 9]) {
          const { prior } = priorFromEvidence({ model, evidence, growth }, competence);
          expect(all.prior.means[competence]).toBeCloseTo(prior.mean, 9);
          expect(all.prior.sds[competence]).toBeCloseTo(prior.sd, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('can start a posterior even after more evidence than a grid resolves', () => {
    const evidence = Array.from({ length: 200 }, (_, i) => ({
      competence: i % 16,
      mean: i % 2 ? 8 : -8,
      precision: 1e4,
      daysSince: 0,
    }));
    expect(sdOf(evidence)).toBe(model.grid.step / 2);
    expect(modelFromEvidence({ model, evidence, growth }).size).toBe(16);
  });

  it.each([
    { competence: 16, mean: 0, precision: 1, daysSince: 0 },
    { competence: 0, mean: Number.NaN, precision: 1, daysSince: 0 },
    { competence: 0, mean: 0, precision: -1, daysSince: 0 },
    { competence: 0, mean: 0, precision: 1, daysSince: -1 },
  ])('is refused for %o', (wrong) => {
    expect(() => priorFromEvidence({ model, evidence: [wrong], growth }, 0)).toThrow(
      MeasurementError,
    );
  });

  it('is refused for an unknown competence or a growth that is none', () => {
    const one = [{ competence: 0, mean: 0, precision: 1, daysSince: 0 }];
    expect(() => priorFromEvidence({ model, evidence: one, growth }, 16)).toThrow(MeasurementError);
    expect(() => priorFromEvidence({ model, evidence: one, growth: { sdPerYear: -1 } }, 0)).toThrow(
      MeasurementError,
    );
  });
});
