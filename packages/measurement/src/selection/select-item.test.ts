import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeasurementError } from '../core/errors.ts';
import { compiledItem } from '../fixtures/arbitraries.ts';
import { standardGrid } from '../core/grid.ts';
import { compileItem } from '../models/compiled-item.ts';
import { startPosterior } from '../ability/posterior.ts';
import { seededRandom } from '../core/random.ts';
import { type Candidate, selectItem, type SelectionRules } from './select-item.ts';

const posterior = startPosterior({ mean: 0, sd: 0.5 });
const item = (difficulty: number, difficultySd = 0.5) =>
  compileItem({ discrimination: 1.2, difficulty, difficultySd }, standardGrid);

function candidate(key: string, changes: Partial<Candidate> = {}): Candidate {
  return { key, item: item(0), descriptor: 'd', exposureRate: 0.5, seenBefore: false, ...changes };
}

function request(
  candidates: readonly Candidate[],
  changes: Partial<SelectionRules> & { descriptorsSeen?: ReadonlySet<string> } = {},
) {
  const rng = seededRandom('choice');
  const { descriptorsSeen = new Set<string>() } = changes;
  return { candidates, posterior, position: 12, maxItems: 12, rng, ...changes, descriptorsSeen };
}

/** How often each of 400 seeds chooses the key. */
function frequency(key: string, candidates: readonly Candidate[], position: number): number {
  const chosen = Array.from({ length: 400 }, (_, i) =>
    selectItem(request(candidates, { position, rng: seededRandom(`draw ${i}`) })),
  );
  return chosen.filter((k) => k === key).length / chosen.length;
}

const candidates = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    item: compiledItem,
    descriptor: fc.constantFrom('a', 'b', 'c'),
    exposureRate: fc.double({ min: 0, max: 1, noNaN: true }),
    seenBefore: fc.boolean(),
  }),
  { selector: ({ key }) => key, minLength: 1, maxLength: 12 },
);

describe('the next item', () => {
  it('is one of the candidates, and the same for a seed whatever their order', () => {
    const inTwoOrders = candidates.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(
        inTwoOrders,
        fc.string(),
        fc.integer({ min: 1, max: 14 }),
        ([list, shuffled], seed, position) => {
          const choose = (among: readonly Candidate[]) =>
            selectItem(
              request(among, {
                position,
                rng: seededRandom(seed),
                descriptorsSeen: new Set(['a']),
              }),
            );
          const key = choose(list);
          expect(list.map((c) => c.key)).toContain(key);
          expect(choose(list)).toBe(key);
          expect(choose(shuffled)).toBe(key);
        },
      ),
    );
  });

  it('was not seen in an earlier sitting while any other is left', () => {
    fc.assert(
      fc.property(candidates, fc.string(), (list, seed) => {
        const key = selectItem(request(list, { position: 1, rng: seededRandom(seed) }));
        const chosen = list.find((c) => c.key === key);
        expect(chosen?.seenBefore).toBe(list.every((c) => c.seenBefore));
      }),
    );
  });

  it('is the most informative at the end of a sitting', () => {
    const list = [-2, -1, 0.1, 1, 2].map((b) => candidate(String(b), { item: item(b) }));
    expect(frequency('0.1', list, 12)).toBe(1);
  });

  it('is the better known of two items of the same difficulty', () => {
    const list = [
      candidate('guessed', { item: item(0, 0.9) }),
      candidate('known', { item: item(0, 0.2) }),
    ];
    expect(selectItem(request(list))).toBe('known');
  });

  it('varies at the start of a sitting and less and less later (progressive method)', () => {
    const list = [-2, -1, 0.1, 1, 2].map((b) => candidate(String(b), { item: item(b) }));
    const shares = [3, 6, 9, 12].map((position) => frequency('0.1', list, position));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0.15);
    expect(shares[0]).toBeLessThan(0.45);
  });

  it('is one that will more probably be right than not, for the first two of a sitting', () => {
    const list = [-2, -1, -0.2, 0.3, 1, 2].map((b) => candidate(String(b), { item: item(b) }));
    for (const position of [1, 2]) {
      for (const hard of ['0.3', '1', '2']) expect(frequency(hard, list, position)).toBe(0);
      for (const apt of ['-1', '-0.2']) expect(frequency(apt, list, position)).toBeGreaterThan(0.1);
    }
    expect(frequency('1', list, 3)).toBeGreaterThan(0);
    const onlyHard = [candidate('1', { item: item(1) }), candidate('2', { item: item(2) })];
    expect(frequency('1', onlyHard, 1) + frequency('2', onlyHard, 1)).toBe(1);
  });

  it('prefers a descriptor not yet met among items as good', () => {
    const list = [candidate('a', { descriptor: 'met' }), candidate('b', { descriptor: 'new' })];
    expect(selectItem(request(list, { descriptorsSeen: new Set(['met']) }))).toBe('b');
  });

  it('does not trade much information for a new descriptor', () => {
    const list = [
      candidate('apt', { descriptor: 'met' }),
      candidate('far', { descriptor: 'new', item: item(3) }),
    ];
    expect(selectItem(request(list, { descriptorsSeen: new Set(['met']) }))).toBe('apt');
  });

  it('spares items that are given too often', () => {
    const list = [
      candidate('worn', { exposureRate: 0.9 }),
      candidate('fresh', { exposureRate: 0.1, item: item(0.5) }),
    ];
    expect(selectItem(request(list))).toBe('fresh');
    const even = list.map((c) => ({ ...c, exposureRate: 0.5 }));
    expect(selectItem(request(even))).toBe('worn');
  });

  it('is the only one there is, whatever speaks against it', () => {
    const only = candidate('only', { item: item(3), exposureRate: 1, seenBefore: true });
    const content = { descriptors: new Map([['d', { count: 0 }]]) };
    const against = { position: 1, content, maxExposureRate: 0.2 };
    expect(selectItem(request([only], against))).toBe('only');
  });

  it('is of content whose quota is full only where nothing else is left', () => {
    const content = { descriptors: new Map([['full', { count: 1 }]]) };
    const list = [
      candidate('a', { descriptor: 'full' }),
      candidate('b', { descriptor: 'open', item: item(4) }),
    ];
    const descriptorsSeen = new Set(['full']);
    expect(selectItem(request(list, { content, descriptorsSeen }))).toBe('b');
    expect(selectItem(request(list.slice(0, 1), { content, descriptorsSeen }))).toBe('a');
  });

  it('is one given to too many only where nothing else is left', () => {
    const list = [
      candidate('worn', { exposureRate: 0.3 }),
      candidate('far', { exposureRate: 0.29, item: item(4) }),
    ];
    expect(selectItem(request(list, { maxExposureRate: 0.3 }))).toBe('far');
    expect(selectItem(request(list))).toBe('worn');
    expect(selectItem(request(list.slice(0, 1), { maxExposureRate: 0.3 }))).toBe('worn');
  });

  it('is refused, with a code, where nothing is left', () => {
    expect(() => selectItem(request([]))).toThrow(
      expect.objectContaining({ code: 'no-candidates', name: 'MeasurementError' }),
    );
  });

  it.each([0, -1, 1.5])('is refused at position %d', (position) => {
    expect(() => selectItem(request([candidate('a')], { position }))).toThrow(MeasurementError);
  });
});
