import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startPosterior } from '../ability/posterior.ts';
import { MeasurementError } from '../core/errors.ts';
import { standardGrid } from '../core/grid.ts';
import { seededRandom } from '../core/random.ts';
import { compileItem } from '../models/compiled-item.ts';
import type { Candidate, GivenItem } from './candidate.ts';
import { selectItem } from './select-item.ts';

const posterior = startPosterior({ mean: 0, sd: 0.5 });
const sets = { maxItems: 3, minShare: 0.5 };
const given: readonly GivenItem[] = [{ descriptor: 'd' }, { descriptor: 'd', set: 'text' }];

function candidate(key: string, difficulty: number, set?: string): Candidate {
  const item = compileItem({ discrimination: 1.2, difficulty, difficultySd: 0 }, standardGrid);
  return { key, item, descriptor: 'd', set, exposureRate: 0.5, seenBefore: false };
}

function choose(candidates: readonly Candidate[], changes: object = {}): string {
  const rng = seededRandom('sets');
  const request = { candidates, posterior, position: 12, maxItems: 14, rng, sets, given };
  return selectItem({ ...request, ...changes });
}

describe('items that share a document', () => {
  it('follow each other once one of them was given, the best of them first', () => {
    const list = [candidate('best', 0), candidate('t1', 1.4, 'text'), candidate('t2', 1, 'text')];
    expect(choose(list, { position: 14 })).toBe('t2');
    expect(choose(list, { position: 14, given: [] })).toBe('best');
  });

  it('follow each other whatever the seed, where as useful as the others', () => {
    const list = [-1, 0, 1].flatMap((b) => [
      candidate(`alone ${b}`, b),
      candidate(`text ${b}`, b, 'text'),
      candidate(`other ${b}`, b, 'other'),
    ]);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 14 }), (seed, position) => {
        expect(choose(list, { position, rng: seededRandom(seed) })).toMatch(/^text/);
      }),
    );
  });

  it('are left where the best of them tells too little, and come last from then on', () => {
    const list = [candidate('best', 0), candidate('hard', 4, 'text')];
    expect(choose(list)).toBe('best');
    const left = [...given, { descriptor: 'd' }];
    const easy = [candidate('far', 3.5), candidate('good', 0, 'text')];
    expect(choose(easy, { given: left })).toBe('far');
    expect(choose(easy.slice(1), { given: left })).toBe('good');
  });

  it('are left after the most that a sitting takes of a set', () => {
    const full = [...given, { descriptor: 'd', set: 'text' }, { descriptor: 'd', set: 'text' }];
    const list = [candidate('far', 2), candidate('good', 0, 'text')];
    expect(choose(list, { given: full.slice(0, 3) })).toBe('good');
    expect(choose(list, { given: full })).toBe('far');
  });

  it('are begun for the mean of the best that would be given of them', () => {
    const list = [
      candidate('one', 0, 'uneven'),
      candidate('two', 3, 'uneven'),
      candidate('three', 3, 'uneven'),
      ...[0.4, 0.5, 0.6, 4].map((b) => candidate(`even ${b}`, b, 'even')),
    ];
    const first = { given: [], position: 12 };
    expect(choose(list, { ...first, maxItems: 14, posterior })).toMatch(/^even/);
    // With one place left, one excellent item is all that counts.
    expect(choose(list, { ...first, maxItems: 12 })).toBe('one');
  });

  it('are chosen as any other where there are no rules for sets', () => {
    const list = [candidate('best', 0), candidate('t', 0.5, 'text')];
    expect(choose(list, { sets: undefined, position: 14 })).toBe('best');
    expect(choose(list, { position: 14 })).toBe('t');
  });

  it('are chosen alike whatever the order of the candidates', () => {
    const item = fc.record({
      difficulty: fc.integer({ min: -3, max: 3 }),
      set: fc.constantFrom(undefined, 'text', 'other', 'third'),
    });
    const lists = fc.array(item, { minLength: 1, maxLength: 10 }).chain((items) => {
      const list = items.map(({ difficulty, set }, i) => candidate(`k${i}`, difficulty, set));
      const whole = { minLength: list.length, maxLength: list.length };
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(list, whole));
    });
    const before = fc.constantFrom([], given, given.slice(0, 1), [...given, ...given]);
    fc.assert(
      fc.property(lists, before, fc.integer({ min: 1, max: 14 }), ([a, b], so, position) => {
        const key = choose(a, { given: so, position });
        expect(choose(b, { given: so, position })).toBe(key);
        expect(a.map((of) => of.key)).toContain(key);
      }),
    );
  });

  it.each([
    { maxItems: 0, minShare: 0.5 },
    { maxItems: 3, minShare: 1.5 },
  ])('are refused rules such as %o', (bad) => {
    expect(() => choose([candidate('a', 0)], { sets: bad })).toThrow(MeasurementError);
  });
});
