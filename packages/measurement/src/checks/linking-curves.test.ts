import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyItem, anyLink } from './fixtures/items.ts';
import { characteristicCurveLink } from './linking-curves.ts';
import { transformItem } from './scale-link.ts';

const standard = { mean: 0, sd: 1 };

it.each(['haebara', 'stocking-lord'] as const)(
  'curves compared by %s find the line, however far the start lies from it',
  (method) => {
    const form = fc.array(anyItem, { minLength: 5, maxLength: 12 });
    const populations = { from: standard, to: standard };
    fc.assert(
      fc.property(form, anyLink, (items, link) => {
        const pairs = items.map((from) => ({ from, to: transformItem(from, link) }));
        const start = { slope: 1, intercept: 0 };
        const found = characteristicCurveLink(pairs, method, populations, start);
        expect(found.slope).toBeCloseTo(link.slope, 9);
        expect(found.intercept).toBeCloseTo(link.intercept, 9);
      }),
      { numRuns: 25 },
    );
  },
);
