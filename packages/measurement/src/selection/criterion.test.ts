import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectation,
  type Posterior,
  startPosterior,
  summarizePosterior,
  updatePosterior,
} from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { compiledItem, observations, prior } from '../fixtures/arbitraries.ts';
import { type CompiledItem, compileItem } from '../models/compiled-item.ts';
import { curvesAt } from '../models/response-curves.ts';
import { compileBank } from './bank.ts';
import { meanOfEach, weightedMean } from './criterion.ts';
import type { GridWeights } from './grid-weights.ts';
import { poolOf } from './pool.ts';
import { fisherInformation } from './fisher-information.ts';
import { posteriorInformation } from './posterior-information.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const partialCredit = fc.record({
  discrimination: real(0.3, 1.5),
  steps: fc.array(real(-3, 3), { minLength: 2, maxLength: 5 }),
  difficultySd: fc.constantFrom(0, 0.5),
});
const item = fc.oneof(
  compiledItem,
  partialCredit.map((parameters) => compileItem(parameters, standardGrid)),
);
const posterior: fc.Arbitrary<Posterior> = fc
  .tuple(prior, fc.option(observations, { nil: [] }))
  .map(([start, answers]) => answers.reduce(updatePosterior, startPosterior(start)));

/** What each of these items would tell. */
const informationOfEach = (items: readonly CompiledItem[], at: GridWeights) => {
  const candidate = (item: CompiledItem, i: number) => ({
    key: String(i),
    item,
    descriptor: 'd',
    exposureRate: 0,
    seenBefore: false,
  });
  return meanOfEach('information', poolOf(items.map(candidate)), at, standardGrid);
};

describe.each([
  ['Fisher information at the estimate', fisherInformation],
  ['information averaged over the posterior', posteriorInformation],
])('%s', (_name, criterion) => {
  it('weighs points of the grid by shares that sum to 1 and are not negative', () => {
    fc.assert(
      fc.property(posterior, (state) => {
        const { first, stride, weights } = criterion(state);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(first + stride * (weights.length - 1)).toBeLessThan(standardGrid.points.length);
      }),
    );
  });

  it('is never negative, and more than nothing for an item that can be answered both ways', () => {
    fc.assert(
      fc.property(posterior, item, (state, { information }) => {
        expect(weightedMean(criterion(state), information)).toBeGreaterThan(0);
      }),
    );
  });

  it('never falls when an item is added to others', () => {
    fc.assert(
      fc.property(posterior, fc.array(item, { minLength: 1, maxLength: 6 }), (state, items) => {
        const each = informationOfEach(items, criterion(state));
        const sums = each.map((_, i) => each.slice(0, i + 1).reduce((sum, told) => sum + told, 0));
        expect([...sums]).toEqual([...sums].sort((a, b) => a - b));
      }),
    );
  });
});

it('the average over the posterior on few points is that over all of them', () => {
  fc.assert(
    fc.property(posterior, item, (state, { information }) => {
      const whole = expectation(state.probabilities, information);
      const few = weightedMean(posteriorInformation(state), information);
      expect(Math.abs(few - whole)).toBeLessThan(5e-2 * whole);
    }),
    { numRuns: 2000 },
  );
});

it('and nearer still for right-or-wrong items, but for what an item far away tells', () => {
  fc.assert(
    fc.property(posterior, compiledItem, (state, { information }) => {
      const whole = expectation(state.probabilities, information);
      const few = weightedMean(posteriorInformation(state), information);
      expect(Math.abs(few - whole)).toBeLessThan(1e-4 * whole + 1e-6);
    }),
    { numRuns: 2000 },
  );
});

it('a posterior is read on some tens of points, and one of two narrow peaks on all it needs', () => {
  const wide = startPosterior({ mean: 0, sd: 0.5 });
  expect(posteriorInformation(wide).weights.length).toBeLessThan(40);
  const peaks = [-3, 3].map((mean) => startPosterior({ mean, sd: 0.1 }).probabilities);
  const probabilities = wide.probabilities.map(
    (_, i) => ((peaks[0]?.[i] ?? 0) + (peaks[1]?.[i] ?? 0)) / 2,
  );
  const twoPeaks = { ...wide, probabilities };
  const { information } = compileItem(
    { discrimination: 2, difficulty: 3, difficultySd: 0 },
    standardGrid,
  );
  const whole = expectation(probabilities, information);
  expect(weightedMean(posteriorInformation(twoPeaks), information)).toBeCloseTo(whole, 7);
});

it('Fisher information is that of the curves at the estimate, as near as straight lines come', () => {
  const parameters = fc.record({
    discrimination: real(0.3, 2.5),
    difficulty: real(-3, 3),
    difficultySd: fc.constant(0),
  });
  fc.assert(
    fc.property(posterior, fc.oneof(parameters, partialCredit), (state, either) => {
      const exact = { ...either, difficultySd: 0 };
      const { probabilities, slopes } = curvesAt(exact, summarizePosterior(state).ability);
      const told = probabilities.reduce(
        (sum, p, k) => (p > 0 ? sum + (slopes[k] ?? 0) ** 2 / p : sum),
        0,
      );
      const { information } = compileItem(exact, standardGrid);
      const read = weightedMean(fisherInformation(state), information);
      const steps = probabilities.length - 1;
      const bound = (exact.discrimination * steps * standardGrid.step) ** 2 / 7;
      expect(Math.abs(read - told)).toBeLessThan(bound * told + 1e-15);
    }),
  );
});

it('items compiled as a bank tell the same to the last bit', () => {
  fc.assert(
    fc.property(
      posterior,
      fc.array(partialCredit, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(fisherInformation, posteriorInformation),
      (state, parameters, criterion) => {
        const at = criterion(state);
        const banked = compileBank(parameters, standardGrid);
        const alone = parameters.map((of) => compileItem(of, standardGrid));
        const reversed = informationOfEach(banked.toReversed(), at);
        expect(informationOfEach(banked, at)).toEqual(informationOfEach(alone, at));
        expect([...reversed].reverse()).toEqual([...informationOfEach(alone, at)]);
      },
    ),
  );
});
