import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../release/hash.ts';
import { brokenSeals, firstSeal, type SealedResponse, sealResponse } from './seal.ts';

const attempt = {
  attemptId: 'a',
  competence: '1.1',
  releaseSha256: 'r',
  seed: 's',
  prior: { mean: 0, sd: 1.5 },
};

const aResponse = fc.record<SealedResponse>({
  ordinal: fc.integer({ min: 1, max: 20 }),
  clientKey: fc.uuid(),
  itemId: fc.string(),
  itemVersion: fc.integer({ min: 1, max: 9 }),
  seed: fc.string(),
  response: fc.record({ kind: fc.constant('text'), text: fc.string() }),
  points: fc.integer({ min: 0, max: 4 }),
  possible: fc.constant(4),
  ability: fc.double({ noNaN: true, min: -4, max: 4 }),
  standardError: fc.double({ noNaN: true, min: 0.1, max: 2 }),
  answeredAt: fc.date({ noInvalidDate: true }),
  durationMs: fc.nat(),
});

/** Responses as they are kept, each sealed to the one before. */
function sealed(responses: readonly SealedResponse[]) {
  let seal = firstSeal(attempt);
  return responses.map((one, index) => {
    const kept = { ...one, ordinal: index + 1 };
    seal = sealResponse(seal, kept);
    return { ...kept, seal };
  });
}

const changes: Record<keyof SealedResponse, (one: SealedResponse) => Partial<SealedResponse>> = {
  ordinal: (one) => ({ ordinal: one.ordinal + 1 }),
  clientKey: (one) => ({ clientKey: `${one.clientKey}0` }),
  itemId: (one) => ({ itemId: `${one.itemId} ` }),
  itemVersion: (one) => ({ itemVersion: one.itemVersion + 1 }),
  seed: (one) => ({ seed: `${one.seed} ` }),
  response: (one) => ({ response: { kind: 'text', text: `${JSON.stringify(one.response)} ` } }),
  points: (one) => ({ points: one.points + 1 }),
  possible: (one) => ({ possible: one.possible + 1 }),
  ability: (one) => ({ ability: one.ability + 0.5 }),
  standardError: (one) => ({ standardError: one.standardError * 2 }),
  answeredAt: (one) => ({
    answeredAt: new Date(one.answeredAt.getTime() + (one.answeredAt.getTime() > 0 ? -1 : 1)),
  }),
  durationMs: (one) => ({ durationMs: one.durationMs + 1 }),
};

describe('the seals of an attempt', () => {
  const some = fc.array(aResponse, { minLength: 1, maxLength: 6 });

  it('are the hash of the canonical form of all that is kept and of the seal before', () => {
    fc.assert(
      fc.property(aResponse, fc.string(), (one, previous) => {
        const answeredAt = one.answeredAt.toISOString();
        expect(sealResponse(previous, one)).toBe(contentHash({ ...one, answeredAt, previous }));
      }),
    );
  });

  it('hold as long as nothing was changed', () => {
    fc.assert(
      fc.property(some, (responses) => {
        expect(brokenSeals(attempt, sealed(responses))).toEqual([]);
      }),
    );
  });

  it.each(Object.keys(changes))('name the response of which the %s was changed', (field) => {
    fc.assert(
      fc.property(some, fc.nat(), (responses, at) => {
        const kept = sealed(responses);
        const place = at % kept.length;
        const change = Object.entries(changes).find(([name]) => name === field)?.[1];
        const altered = kept.map((one, index) =>
          index === place ? { ...one, ...change?.(one) } : one,
        );
        expect(brokenSeals(attempt, altered)).toEqual([altered[place]?.ordinal]);
      }),
      { numRuns: 30 },
    );
  });

  it('tell of one that was taken out, moved, or put under another attempt', () => {
    fc.assert(
      fc.property(fc.array(aResponse, { minLength: 3, maxLength: 6 }), (responses) => {
        const kept = sealed(responses);
        const [first, second, ...rest] = kept;
        if (!first || !second) return;
        expect(brokenSeals(attempt, [first, ...rest])).toContain(3);
        expect(brokenSeals(attempt, [second, first, ...rest]).length).toBeGreaterThan(0);
        expect(brokenSeals({ ...attempt, attemptId: 'b' }, kept)).toEqual([1]);
        expect(brokenSeals({ ...attempt, prior: { mean: 0.1, sd: 1.5 } }, kept)).toEqual([1]);
      }),
      { numRuns: 30 },
    );
  });

  it('may lack at the beginning alone, where responses are older than seals', () => {
    const [one] = fc.sample(aResponse, 1);
    if (!one) throw new Error('nothing was drawn');
    const old = { ...one, ordinal: 1, seal: null };
    const next = { ...one, ordinal: 2 };
    const kept = [old, { ...next, seal: sealResponse(firstSeal(attempt), next) }];
    expect(brokenSeals(attempt, kept)).toEqual([]);
    expect(brokenSeals(attempt, [...kept, { ...one, ordinal: 3, seal: null }])).toEqual([3]);
  });
});
