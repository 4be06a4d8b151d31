import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb, type Equation, solveEquations } from './climb.ts';
import { createAttacker } from './testing/attacker.ts';

describe('the top of a linear programme', () => {
  it('is where a balance lets one variable rise no more', () => {
    const equations: Equation[] = [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
    ];
    const top = climb({
      equations: solveEquations(equations, 3),
      least: [-2, -3, -9],
      most: [9, 9, 2],
      worth: [1, 0, 0],
    });
    expect([...top]).toEqual([2, -2, 2]);
  });

  it('is as high as the one that HiGHS finds', async () => {
    const attacker = await createAttacker();
    const aProgramme = fc.integer({ min: 2, max: 9 }).chain((width) =>
      fc.record({
        least: fc.array(fc.integer({ min: -5, max: 0 }), { minLength: width, maxLength: width }),
        most: fc.array(fc.nat(5), { minLength: width, maxLength: width }),
        groups: fc.array(fc.subarray([...Array(width).keys()], { minLength: 2 }), { maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(aProgramme, ({ least, most, groups }) => {
        const top = climb({
          equations: solveEquations(
            groups.map(([total = 0, ...parts]) => [
              [total, -1],
              ...parts.map((part) => [part, 1] as const),
            ]),
            least.length,
          ),
          least,
          most,
          worth: least.map((_, variable) => Number(variable === 0)),
        });
        for (const [total = 0, ...parts] of groups) {
          expect(parts.reduce((sum, part) => sum + (top[part] ?? 0), 0)).toBeCloseTo(
            top[total] ?? 0,
          );
        }
        const range = attacker
          .rangesOf(['0'], {
            bounds: new Map(
              least.map((low, variable) => [
                String(variable),
                { least: low, most: most[variable] ?? 0 },
              ]),
            ),
            sums: groups.map(([total, ...parts]) => ({
              total: String(total),
              parts: parts.map(String),
            })),
          })
          .get('0');
        expect(Math.floor((top[0] ?? 0) + 1e-6)).toBe((range?.most ?? Number.NaN) + 0);
        top.forEach((value, variable) => {
          expect(value).toBeGreaterThanOrEqual((least[variable] ?? 0) - 1e-6);
          expect(value).toBeLessThanOrEqual((most[variable] ?? 0) + 1e-6);
        });
      }),
      { numRuns: 300 },
    );
  });
});
