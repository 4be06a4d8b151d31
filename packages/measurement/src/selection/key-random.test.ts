import { expect, it } from 'vitest';
import { seededRandom } from '../core/random.ts';
import { hashOfKey, keyedRandom } from './key-random.ts';

const keys = Array.from({ length: 16 }, (_, i) => hashOfKey(`1.1-item-${i}@1`));

it('a key has the same number whatever was asked before, and another for another seed', () => {
  const draw = keyedRandom(seededRandom('a'));
  const there = keys.map(draw);
  expect(keys.toReversed().map(draw).reverse()).toEqual(there);
  expect(keys.map(keyedRandom(seededRandom('b')))).not.toEqual(there);
});

it('each of 16 alike keys is the largest for as many seeds as any other, and uniform', () => {
  const wins = new Map(keys.map((key) => [key, 0]));
  let sum = 0;
  let squares = 0;
  const seeds = 8000;
  for (let seed = 0; seed < seeds; seed += 1) {
    const draw = keyedRandom(seededRandom(`seed ${seed}`));
    const numbers = keys.map(draw);
    const best = keys[numbers.indexOf(Math.max(...numbers))] ?? 0;
    wins.set(best, (wins.get(best) ?? 0) + 1);
    for (const number of numbers) {
      sum += number;
      squares += number ** 2;
    }
  }
  const expected = seeds / keys.length;
  const chiSquare = [...wins.values()].reduce((s, n) => s + (n - expected) ** 2 / expected, 0);
  // 99.9th percentile of chi-square with 15 degrees of freedom.
  expect(chiSquare).toBeLessThan(37.7);
  expect(sum / seeds / keys.length).toBeCloseTo(1 / 2, 2);
  expect(squares / seeds / keys.length).toBeCloseTo(1 / 3, 2);
});
