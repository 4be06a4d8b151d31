import { describe, expect, it } from 'vitest';
import { startPosterior, summarizePosterior, updatePosterior } from '../ability/posterior.ts';
import { seededRandom } from '../core/random.ts';
import { siteOfSitting, type EarlierSite } from './earlier-site.ts';
import { priorFromEvidence } from './evidence.ts';
import { drawAbilities, drawResponse, sixteenCompetences } from './simulated-pupils.ts';

const model = sixteenCompetences();
const growth = { sdPerYear: 1 };
const DAYS = 365.25;

describe('pupils whose abilities move while each day keeps the scale', () => {
  const random = seededRandom('growth');
  /** Years before now of the sittings, and the competences each asked in. */
  const plan = [
    { years: 2.2, asked: [0, 1, 5] },
    { years: 1.1, asked: [0, 4, 9, 12] },
    { years: 0.4, asked: [0, 2, 9] },
  ];

  /** A whole sitting of 8 items, from what was known when it began. */
  function sit(evidence: readonly EarlierSite[], competence: number, ability: number) {
    const { prior } = priorFromEvidence({ model, evidence, growth }, competence);
    let posterior = startPosterior(prior);
    for (let k = 0; k < 8; k += 1) {
      posterior = updatePosterior(posterior, drawResponse(posterior, ability, random));
    }
    return siteOfSitting({ competence, prior, ...summarizePosterior(posterior), daysSince: 0 });
  }

  function misses() {
    let abilities = drawAbilities(model, random);
    let evidence: readonly EarlierSite[] = [];
    plan.forEach(({ years, asked }, i) => {
      for (const competence of asked) {
        evidence = [...evidence, sit(evidence, competence, abilities[competence] ?? NaN)];
      }
      const gap = years - (plan[i + 1]?.years ?? 0);
      evidence = evidence.map((each) => ({ ...each, daysSince: each.daysSince + gap * DAYS }));
      // A change over a year varies by about sdPerYear², half of twice the variance it regresses to.
      const kept = Math.exp(-gap / (2 * 1.5 ** 2));
      const fresh = drawAbilities(model, random);
      abilities = abilities.map(
        (then, k) => kept * then + Math.sqrt(1 - kept ** 2) * (fresh[k] ?? NaN),
      );
    });
    return abilities.map((truth, competence) => {
      const { prior, alone } = priorFromEvidence({ model, evidence, growth }, competence);
      return [prior, alone].map(({ mean, sd }) => ({ sd, z: (truth - mean) / sd }));
    });
  }

  const drawn = Array.from({ length: 1000 }, misses);

  it.each([
    { asked: 'several times', competences: [0, 9] },
    { asked: 'once', competences: [1, 2, 4, 5, 12] },
    { asked: 'never', competences: [3, 6, 7, 8, 10, 11, 13, 14, 15] },
  ])('are within intervals of 80% at 78 to 82% where they were asked $asked', ({ competences }) => {
    const priors = drawn.flatMap((pupil) => competences.map((at) => pupil[at] ?? []));
    for (const which of [0, 1]) {
      const held = priors.filter((prior) => Math.abs(prior[which]?.z ?? NaN) <= 1.2815516);
      expect(held.length / priors.length).toBeGreaterThan(0.78);
      expect(held.length / priors.length).toBeLessThan(0.82);
    }
    expect(priors.every(([joint, alone]) => (joint?.sd ?? NaN) < (alone?.sd ?? NaN))).toBe(true);
  });
});
