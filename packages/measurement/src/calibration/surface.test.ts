import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/random.ts';
import { freeParameters, moved, type SlopeRule } from './free-parameters.ts';
import { normalQuadrature } from './quadrature.ts';
import { gather } from './responses.ts';
import { gradientAt, lookAt, observedInformation, type Surface } from './surface.ts';

const random = seededRandom('surface');
const maxScores = [1, 3, 2, 1];
const patterns = gather(
  {
    maxScores,
    rows: Array.from({ length: 60 }, () =>
      maxScores.map((most) => (random.next() < 0.25 ? undefined : random.integer(0, most))),
    ),
    weights: Array.from({ length: 60 }, () => random.integer(0, 4)),
  },
  [0, 1, 2, 3],
);
const priors = { logDiscrimination: { mean: 0.1, sd: 0.6 }, difficulty: { mean: -0.2, sd: 1.4 } };
const surface: Surface = {
  patterns,
  quadrature: normalQuadrature(41),
  priors: [priors, priors, {}, { difficulty: priors.difficulty }],
  addedAnswers: Float64Array.from([0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0]),
};
const start = {
  slopes: Float64Array.of(1, 0.8, 1.3, -0.6),
  intercepts: Float64Array.of(0, 0.4, 0, 0.5, -0.2, 0.3, 0, -0.6, 0.1, 0, 0.7),
};

describe('the marginal likelihood, with answers missing and priors', () => {
  it.each<[SlopeRule, boolean[]]>([
    ['free', [false, false, false, false]],
    ['free', [false, true, false, false]],
    ['common', [false, false, false, false]],
    ['one', [false, false, false, false]],
  ])('has the gradient and curvature that differences show (%s, %j)', (rule, held) => {
    const free = freeParameters(rule, patterns.firstCategory, held);
    const at = rule === 'common' ? { ...start, slopes: new Float64Array(4).fill(0.9) } : start;
    const place = lookAt(surface, at);
    const gradient = gradientAt(surface, place, free);
    const information = observedInformation(surface, place, free);
    const step = 1e-4;
    for (let i = 0; i < free.count; i += 1) {
      const direction = new Float64Array(free.count);
      direction[i] = 1;
      const ahead = lookAt(surface, moved(at, free, direction, step));
      const behind = lookAt(surface, moved(at, free, direction, -step));
      const slope = (ahead.objective - behind.objective) / (2 * step);
      expect(Math.abs((gradient[i] ?? NaN) - slope)).toBeLessThan(1e-6);
      const [next, last] = [gradientAt(surface, ahead, free), gradientAt(surface, behind, free)];
      for (let j = 0; j < free.count; j += 1) {
        const bend = ((last[j] ?? NaN) - (next[j] ?? NaN)) / (2 * step);
        expect(Math.abs((information[i * free.count + j] ?? NaN) - bend)).toBeLessThan(1e-5);
      }
    }
  });
});
