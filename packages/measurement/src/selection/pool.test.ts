import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startPosterior, updatePosterior } from '../ability/posterior.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom } from '../core/random.ts';
import { compileItem } from '../models/compiled-item.ts';
import { compileBank } from './bank.ts';
import { poolOf, renewed, without } from './pool.ts';
import { selectItem } from './select-item.ts';

const parameters = fc.record({
  discrimination: fc.double({ min: 0.4, max: 2, noNaN: true }),
  difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
  difficultySd: fc.constantFrom(0, 0.5),
});
const drawn = fc.array(
  fc.record({
    of: parameters,
    descriptor: fc.constantFrom('a', 'b', 'c'),
    level: fc.constantFrom(1, 2, 3),
    exposureRate: fc.constantFrom(0, 0.1, 0.4),
    seenBefore: fc.boolean(),
  }),
  { minLength: 2, maxLength: 14 },
);

/** The items that a whole sitting gives, in their order, from a list and from a pool that narrows. */
it('a sitting gets the same items from a pool as from a list, compiled together or each alone', () => {
  fc.assert(
    fc.property(drawn, fc.string(), (entries, seed) => {
      const bank = compileBank(
        entries.map(({ of }) => of),
        standardGrid,
      );
      const candidates = entries.map(({ of, ...rest }, i) => ({
        ...rest,
        key: `item ${i}`,
        item: bank[i] ?? of,
      }));
      const alone = entries.map(({ of, ...rest }, i) => ({
        ...rest,
        key: `item ${i}`,
        item: compileItem(of, standardGrid),
      }));

      let pool = poolOf(candidates);
      let list: typeof alone = alone;
      let posterior = startPosterior({ mean: 0, sd: 1.5 });
      const given: { descriptor: string; level: number }[] = [];
      for (let position = 1; list.length > 0; position += 1) {
        const state = { posterior, position, maxItems: entries.length, given: [...given] };
        const fromPool = selectItem({ ...state, candidates: pool, rng: seededRandom(seed) });
        expect(fromPool).toBe(selectItem({ ...state, candidates: list, rng: seededRandom(seed) }));
        const chosen = list.find(({ key }) => key === fromPool);
        if (!chosen) throw new Error(`${fromPool} was not left.`);
        posterior = updatePosterior(posterior, { item: chosen.item, score: position % 2 });
        given.push({ descriptor: chosen.descriptor, level: chosen.level });
        list = list.filter(({ key }) => key !== fromPool);
        pool = without(pool, fromPool);
      }
      expect(pool.left).toHaveLength(0);
    }),
  );
});

it('stays as it is without a key that is not in it', () => {
  const item = compileItem({ discrimination: 1, difficulty: 0, difficultySd: 0 }, standardGrid);
  const pool = poolOf([{ key: 'a', item, descriptor: 'd', exposureRate: 0, seenBefore: false }]);
  expect(without(pool, 'b')).toBe(pool);
  const empty = without(pool, 'a');
  expect(without(empty, 'a')).toBe(empty);
});

it('renewed, is as it was laid out, with the circumstances of another sitting', () => {
  const item = compileItem({ discrimination: 1, difficulty: 0, difficultySd: 0 }, standardGrid);
  const of = (key: string, exposureRate: number, seenBefore: boolean) => ({
    key,
    item,
    descriptor: key,
    exposureRate,
    seenBefore,
  });
  const before = [of('a', 0.5, false), of('b', 0.1, true)];
  const now = [of('a', 0.2, true), of('b', 0.3, false)];
  const pool = without(poolOf(before), 'a');
  const again = renewed(pool, ({ key }) =>
    key === 'a' ? of('a', 0.2, true) : of('b', 0.3, false),
  );
  expect({ ...again, candidates: now }).toEqual(poolOf(now));
});
