import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf } from '../ability/levels.ts';
import { accuracyOf } from './accuracy.ts';
import { adaptiveAnswers, cuts, spreadBank } from './fixtures/adaptive.ts';

const share = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length;

describe('how well pupils are measured', () => {
  const first = adaptiveAnswers({
    ...{ bank: spreadBank(24), pupils: 4_000, items: 11 },
    ...{ shareOfB: 0, behind: 0, seed: 'measured' },
  });
  const accuracy = accuracyOf(first.sittings);
  if (!accuracy) throw new Error('Nobody was measured.');
  const levelGiven = (index: number) => {
    const levels = first.sittings[index]?.levels ?? [];
    return 1 + levels.indexOf(Math.max(...levels));
  };

  it('says how often the level that is given is the true one', () => {
    const distances = first.abilities.map((ability, index) =>
      Math.abs(levelOf(ability, cuts) - levelGiven(index)),
    );
    expect(accuracy.pupils).toBe(4_000);
    expect(Math.abs(accuracy.exact - share(distances, (d) => d === 0))).toBeLessThan(0.02);
    expect(Math.abs(accuracy.withinOne - share(distances, (d) => d <= 1))).toBeLessThan(0.01);
  });

  it('says which part of what estimates vary by is true', () => {
    const estimates = first.sittings.map(({ ability }) => ability);
    expect(
      Math.abs(accuracy.reliability - squaredCorrelation(estimates, first.abilities)),
    ).toBeLessThan(0.02);
  });

  it('gives shares that stand in order, whatever the levels are', () => {
    const levels = fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 })
      .map((parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        return parts.map((part) => part / total);
      });
    const sitting = fc.record({
      ability: fc.double({ min: -4, max: 4, noNaN: true }),
      standardError: fc.double({ min: 0.1, max: 2, noNaN: true }),
      levels,
    });
    fc.assert(
      fc.property(fc.array(sitting, { minLength: 1, maxLength: 20 }), (some) => {
        const about = { first: 0, probabilities: new Float64Array(), attributes: {} };
        const found = accuracyOf(some.map((one) => ({ ...one, ...about })));
        if (!found) throw new Error('Nobody was measured.');
        expect(found.consistency).toBeLessThanOrEqual(found.exact + 1e-12);
        expect(found.exact).toBeLessThanOrEqual(found.withinOne + 1e-12);
        expect(found.withinOne).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.reliability).toBeGreaterThanOrEqual(0);
        expect(found.reliability).toBeLessThan(1);
      }),
    );
  });

  it('says nothing of nobody, nor of sittings that a later one replaced', () => {
    expect(accuracyOf([])).toBeNull();
    expect(accuracyOf(first.sittings.map((sitting) => ({ ...sitting, levels: null })))).toBeNull();
  });
});

function squaredCorrelation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const products = (as: readonly number[], bs: readonly number[], ma: number, mb: number) =>
    as.reduce((sum, a, i) => sum + (a - ma) * ((bs[i] ?? 0) - mb), 0);
  return products(xs, ys, mx, my) ** 2 / (products(xs, xs, mx, mx) * products(ys, ys, my, my));
}
