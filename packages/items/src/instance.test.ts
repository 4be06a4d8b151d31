import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentedItem, type Response, response } from './contract.ts';
import {
  describeKey,
  describeResponse,
  distractorResponses,
  instantiate,
  keyResponse,
  present,
  ResponseRefused,
  score,
} from './index.ts';
import { kindNames, item, template } from './testing/definitions.ts';

const kind = fc.constantFrom(...kindNames);
const definitions = new Map(
  kindNames.map((name) => [name, { plain: item(name), varied: template(name) }] as const),
);
const drawn = (name: (typeof kindNames)[number], seed: string) => {
  const found = definitions.get(name);
  if (!found) throw new Error(`no fixture ${name}`);
  return [instantiate(found.plain, seed), instantiate(found.varied, seed)];
};

const id = fc
  .tuple(fc.constantFrom('o', 'e', 'l', 'r', 'u'), fc.integer({ min: 1, max: 6 }))
  .map(([letter, rank]) => letter + String(rank));
const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), option: id }),
  fc.record({
    kind: fc.constant('choices' as const),
    options: fc.array(id, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ minLength: 1 }) }),
  fc.record(
    { kind: fc.constant('number' as const), value: fc.string({ minLength: 1 }), unit: id },
    { requiredKeys: ['kind', 'value'] },
  ),
  fc.record({ kind: fc.constant('order' as const), order: fc.array(id, { maxLength: 7 }) }),
  fc.record({ kind: fc.constant('match' as const), pairs: fc.dictionary(id, id) }),
  fc.record({
    kind: fc.constant('hotspot' as const),
    zones: fc.array(id, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('slider' as const), place: fc.integer({ min: -5, max: 105 }) }),
  fc.record({ kind: fc.constant('formula' as const), formula: fc.string({ minLength: 1 }) }),
);

describe('an instance', () => {
  it('is the same for the same seed, also where the definition was read anew', () => {
    fc.assert(
      fc.property(kind, fc.string(), (name, seed) => {
        expect(drawn(name, seed)).toEqual(drawn(name, seed));
        expect(instantiate(template(name), seed)).toEqual(drawn(name, seed)[1]);
      }),
    );
  });

  it.each(kindNames)('of a %s is what it has always been', (name) => {
    expect(drawn(name, 'pour toujours')).toMatchSnapshot();
  });

  it('presents what the contract says, without its key, feedback or ranks', () => {
    fc.assert(
      fc.property(kind, fc.string(), (name, seed) => {
        for (const instance of drawn(name, seed)) {
          const shown = present(instance);
          expect(presentedItem.parse(shown)).toEqual(shown);
          expect(JSON.stringify(shown)).not.toMatch(/"(key|feedback|accept|rank|pair|value)"/);
        }
      }),
    );
  });

  it('gives its key every point, and each expected mistake less', () => {
    fc.assert(
      fc.property(kind, fc.string(), (name, seed) => {
        for (const instance of drawn(name, seed)) {
          const key = keyResponse(instance);
          expect(response.parse(key)).toEqual(key);
          expect(score(instance, key)).toMatchObject({
            correct: true,
            feedback: 'Oui, exactement.',
          });
          const mistakes = distractorResponses(instance);
          expect(mistakes.length).toBeGreaterThan(1);
          for (const mistake of mistakes) {
            const { points, possible, correct } = score(instance, response.parse(mistake));
            expect(points).toBeLessThan(possible);
            expect(correct).toBe(false);
          }
        }
      }),
    );
  });

  it('scores what fits between nought and all, and refuses the rest by name', () => {
    let fitted = 0;
    fc.assert(
      fc.property(fc.option(kind), fc.string(), anyResponse, (other, seed, given) => {
        for (const instance of drawn(other ?? given.kind, seed)) {
          try {
            const { points, possible, feedback } = score(instance, given);
            fitted += 1;
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(possible);
            expect(feedback).not.toBe('');
            expect(typeof describeResponse(instance, given)).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(ResponseRefused);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(fitted).toBeGreaterThan(100);
  });

  it('differs between neighbouring seeds', () => {
    const shown = Array.from({ length: 40 }, (_, seed) =>
      JSON.stringify(present(instantiate(template('text'), String(seed)))),
    );
    expect(new Set(shown).size).toBeGreaterThan(25);
  });

  it('says its key in words', () => {
    expect(describeKey(instantiate(item('choices', { shuffle: false }), 'a'))).toBe(
      'la date ; l’auteur ; le lieu',
    );
    expect(describeKey(instantiate(item('order'), 'a'))).toBe(
      '1. Ouvrir ; 2. Taper ; 3. Comparer ; 4. Choisir',
    );
  });
});
