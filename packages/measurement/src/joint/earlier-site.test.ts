import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { siteOfSitting } from './earlier-site.ts';
import { priorFromEvidence } from './evidence.ts';
import { sixteenCompetences } from './simulated-pupils.ts';

const model = sixteenCompetences();
const growth = { sdPerYear: 1 };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the site that a sitting left', () => {
  it('gives back the ability and standard error when joined to the same prior the same day', () => {
    fc.assert(
      fc.property(real(-3, 3), real(0.2, 1.4), (ability, standardError) => {
        const prior = { mean: 0, sd: 1.5 };
        const left = { competence: 3, prior, ability, standardError, daysSince: 0 };
        const { prior: now } = priorFromEvidence(
          { model, evidence: [siteOfSitting(left)], growth },
          3,
        );
        expect(now.mean).toBeCloseTo(ability, 9);
        expect(now.sd).toBeCloseTo(standardError, 9);
      }),
    );
  });

  it('holds what was learnt and not the prior, so that two sittings in a row count once each', () => {
    const scale = { mean: 0, sd: 1.5 };
    const first = siteOfSitting({
      competence: 0,
      prior: scale,
      ability: 0.8,
      standardError: 0.7,
      daysSince: 40,
    });
    const started = priorFromEvidence(
      { model, evidence: [{ ...first, daysSince: 10 }], growth },
      0,
    ).prior;
    const second = siteOfSitting({
      competence: 0,
      prior: started,
      ability: 1,
      standardError: 0.5,
      daysSince: 30,
    });
    const evidence = [first, second].map((each, i) => ({ ...each, daysSince: i ? 0 : 10 }));
    const { prior } = priorFromEvidence({ model, evidence, growth }, 0);
    expect(prior.mean).toBeCloseTo(1, 9);
    expect(prior.sd).toBeCloseTo(0.5, 9);
  });

  it('tells nothing where the sitting ended no surer than it began', () => {
    const none = siteOfSitting({
      competence: 0,
      prior: { mean: 0, sd: 1 },
      ability: 0.2,
      standardError: 1.01,
      daysSince: 0,
    });
    expect(none.precision).toBe(0);
    expect(priorFromEvidence({ model, evidence: [none], growth }, 0).prior.sd).toBe(1.5);
  });

  it.each([
    { standardError: 0 },
    { standardError: -1 },
    { ability: Number.NaN },
    { daysSince: -1 },
    { prior: { mean: 0, sd: 0 } },
  ])('is refused for %o', (wrong) => {
    const right = {
      competence: 0,
      prior: { mean: 0, sd: 1 },
      ability: 0,
      standardError: 0.5,
      daysSince: 0,
    };
    expect(() => siteOfSitting({ ...right, ...wrong })).toThrow(MeasurementError);
  });
});
