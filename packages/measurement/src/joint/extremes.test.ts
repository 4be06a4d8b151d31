import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardGrid } from '../core/grid.ts';
import { seededRandom } from '../core/random.ts';
import { compileItem } from '../models/compiled-item.ts';
import { drawScore } from '../models/draw-score.ts';
import { after, estimates, furthest, guessed } from './arbitrary-responses.ts';
import { settle } from './settle.ts';
import { bank, sixteenCompetences } from './simulated-pupils.ts';
import { startJoint } from './state.ts';
import { updateJoint } from './update.ts';

describe('at the extremes', () => {
  it.each([
    { name: 'all at 8', competences: 16, ability: () => 8 },
    { name: 'at 8 and -8 by turns', competences: 16, ability: (i: number) => (i % 2 ? 8 : -8) },
    { name: 'two that contradict', competences: 2, ability: (i: number) => (i % 2 ? 8 : -8) },
  ])(
    '5,000 responses under correlations of 0.99 stay finite: $name',
    ({ competences, ability }) => {
      const model = sixteenCompetences({ within: 0.99, between: 0.99 });
      const random = seededRandom('extremes');
      let state = startJoint(model);
      for (let k = 0; k < 5000; k += 1) {
        const index = k % competences;
        const item = bank[random.integer(0, bank.length - 1)] ?? guessed;
        state = updateJoint(state, index, {
          item,
          score: drawScore(item.parameters, ability(index), 0, random),
        });
      }
      const settled = settle(state);
      for (const each of [...estimates(state), ...estimates(settled)]) {
        expect(Math.abs(each.ability)).toBeLessThanOrEqual(8);
        expect(each.standardError).toBeGreaterThan(0.01);
        expect(each.standardError).toBeLessThanOrEqual(1.5);
      }
      expect(furthest(state, settled)).toBeLessThan(0.1);
    },
  );

  it('guessing never makes a belief improper, whatever the pattern', () => {
    const sure = compileItem(
      { discrimination: 2.5, difficulty: 2, difficultySd: 0, lower: 0.4 },
      standardGrid,
    );
    const list = fc.array(
      fc.record({ index: fc.nat(15), item: fc.constant(sure), score: fc.constantFrom(0, 1) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(list, (given) => {
        const model = sixteenCompetences({ within: 0.99, between: 0.9 });
        const settled = settle(after(model, given));
        for (let i = 0; i < 16; i += 1) {
          expect(settled.joint.covariance[i * 17]).toBeGreaterThan(0);
          expect(estimates(settled)[i]?.standardError).toBeGreaterThan(0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a lucky guess among failures weakens the belief, no further than every site together may', () => {
    const model = sixteenCompetences();
    const list = Array.from({ length: 16 }, (_, index) => ({
      index,
      item: guessed,
      score: index < 2 ? 1 : 0,
    }));
    const precisions = settle(after(model, list)).sites.map(({ precision }) => precision);
    expect(Math.min(...precisions)).toBeCloseTo(model.leastSitePrecision, 9);
  });
});
