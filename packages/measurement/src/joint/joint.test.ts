import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAbility } from '../ability/eap.ts';
import { reportLevel } from '../ability/levels.ts';
import { seededRandom } from '../core/random.ts';
import {
  after,
  estimates,
  furthest,
  guessed,
  own,
  pair,
  responses,
} from './arbitrary-responses.ts';
import { createJointModel } from './model.ts';
import { settle } from './settle.ts';
import { bank, drawAbilities, sitSome, sixteenCompetences } from './simulated-pupils.ts';
import { startJoint } from './state.ts';
import { apart, marginal, shareFromOthers, updateJoint } from './update.ts';

describe('competences measured together', () => {
  it('are as measured apart, to 1e-9, where nothing correlates', () => {
    const model = sixteenCompetences({ within: 0, between: 0 });
    fc.assert(
      fc.property(responses(16, 60), (list) => {
        const online = after(model, list);
        for (const state of [online, settle(online)]) {
          estimates(state).forEach(({ ability, standardError }, i) => {
            const alone = estimateAbility(own(list, i), { mean: 0, sd: 1.5 });
            expect(Math.abs(ability - alone.ability)).toBeLessThan(1e-9);
            expect(Math.abs(standardError - alone.standardError)).toBeLessThan(1e-9);
            expect(shareFromOthers(state, i)).toBeLessThan(1e-9);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('settle to the same whatever the order of responses', () => {
    const model = sixteenCompetences();
    const shuffled = responses(16, 60).chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const settled = settle(after(model, list));
        expect(furthest(settled, settle(after(model, other)))).toBeLessThan(1e-9);
        expect(settle(settled)).toEqual(settled);
      }),
      { numRuns: 30 },
    );
  });

  it('are near the settled state after each response already', () => {
    const model = sixteenCompetences();
    const random = seededRandom('online');
    for (let pupil = 0; pupil < 20; pupil += 1) {
      const state = sitSome(model, drawAbilities(model, random), random);
      expect(furthest(state, settle(state))).toBeLessThan(0.15);
    }
  });

  it('do not depend on how the competences are numbered', () => {
    const model = sixteenCompetences();
    const { means, sds, correlations } = model.prior;
    const numbering = fc.shuffledSubarray([...means.keys()], { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(responses(16, 60), numbering, (list, order) => {
        const renumbered = createJointModel({
          means,
          sds,
          correlations: order.map((i) => order.map((j) => correlations[i]?.[j] ?? NaN)),
        });
        const moved = list.map((each) => ({ ...each, index: order.indexOf(each.index) }));
        const [here, there] = [after(model, list), after(renumbered, moved)];
        for (const [a, b] of [
          [here, there],
          [settle(here), settle(there)],
        ] as const) {
          const [first, second] = [estimates(a), estimates(b)];
          order.forEach((i, at) => {
            expect(second[at]?.ability).toBeCloseTo(first[i]?.ability ?? NaN, 9);
            expect(second[at]?.standardError).toBeCloseTo(first[i]?.standardError ?? NaN, 9);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('start at the prior, and a state given is left as it is', () => {
    const state = startJoint(pair(0.7));
    const before = structuredClone(estimates(state));
    expect(before[1]?.ability).toBeCloseTo(0.5, 7);
    expect(before[1]?.standardError).toBeCloseTo(1.2, 7);
    updateJoint(state, 0, { item: guessed, score: 1 });
    expect(estimates(state)).toEqual(before);
    expect(settle(state)).toEqual(state);
  });

  it('tell levels of a competence without responses', () => {
    const right = Array.from({ length: 8 }, () => ({
      index: 0,
      item: bank[20] ?? guessed,
      score: 1,
    }));
    const state = after(sixteenCompetences(), right);
    const cuts = [-1, 0, 1, 2];
    expect(reportLevel(marginal(state, 1), cuts).level).toBeGreaterThan(
      reportLevel(marginal(startJoint(state.model), 1), cuts).level,
    );
    expect(apart(state, 1)).toBe(state.model.startAlone[1]);
  });
});

describe('the share that came from other competences', () => {
  it('is from 0 to 1 whatever was answered', () => {
    fc.assert(
      fc.property(responses(16, 60), (list) => {
        const online = after(sixteenCompetences(), list);
        for (const state of [online, settle(online)]) {
          for (let i = 0; i < 16; i += 1) {
            expect(shareFromOthers(state, i)).toBeGreaterThanOrEqual(0);
            expect(shareFromOthers(state, i)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is what the standard errors of both estimates say', () => {
    const list = bank.slice(8, 20).map((item, k) => ({ index: k % 2, item, score: k % 2 }));
    const state = settle(after(pair(0.8), list));
    const together = estimates(state)[0]?.standardError ?? NaN;
    const alone = estimateAbility(own(list, 0), { mean: 0, sd: 1.5 }).standardError;
    expect(shareFromOthers(state, 0)).toBeCloseTo(1 - together ** 2 / alone ** 2, 12);
    expect(shareFromOthers(state, 0)).toBeGreaterThan(0.05);
  });

  it('grows with the correlation, and falls with own responses', () => {
    const list = bank.slice(8, 20).map((item) => ({ index: 0, item, score: 1 }));
    const shares = [0, 0.3, 0.6, 0.9].map((r) => shareFromOthers(settle(after(pair(r), list)), 1));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const answered = settle(after(pair(0.9), [...list, ...list.map((r) => ({ ...r, index: 1 }))]));
    expect(shareFromOthers(answered, 1)).toBeLessThan((shares[3] ?? NaN) / 2);
  });
});
