import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureWith } from '../measure/measuring.ts';
import { crcn, readCrcn } from '../testing/crcn.ts';
import { referenceStatements } from './reference-statements.ts';
import { sealStatement, type Statement, statement } from './statement.ts';
import { readStatement, verifyStatement } from './verify.ts';

const { locks, release } = readCrcn();
const measuring = measureWith(release('1.2.0'));
const [stated] = referenceStatements(measuring);
if (!stated) throw new Error('no statement');
const { sha256, ...body } = stated;
const text = JSON.stringify(stated, null, 1);

describe.each(locks.map(({ version }) => version))('the reference statements of %s', (version) => {
  const file = join(crcn, 'statements', `${version}.json`);
  const kept = z.array(statement).parse(JSON.parse(readFileSync(file, 'utf8')));
  const own = measureWith(release(version));

  it('come out the same under the engine of today, to the last bit', () => {
    for (const one of kept) expect(verifyStatement(own, one).problems).toEqual([]);
  });

  it('have a response to every item of the release', () => {
    const answered = kept.flatMap(({ responses }) =>
      responses.map(({ itemId, itemVersion }) => `${itemId}@${itemVersion}`),
    );
    expect(answered.sort()).toEqual([...own.release.items.keys()].sort());
  });
});

describe('a statement', () => {
  it('is followed from answer to level', () => {
    const { steps, level, problems } = verifyStatement(measuring, stated);
    expect(problems).toEqual([]);
    expect(steps.map(({ ability }) => ability)).toEqual(
      stated.responses.map(({ ability }) => ability),
    );
    expect(steps.every(({ answer, title }) => answer !== '' && title !== '')).toBe(true);
    expect(level?.level).toBe(stated.result.level);
  });

  it('does not hold once a character of it has changed, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', '9', 'a', 'é', '"', '-'),
        (at, by) => {
          const changed = text.slice(0, at) + by + text.slice(at + 1);
          const { read, problems } = readStatement(changed);
          // Another way to write the same content is the same statement.
          fc.pre(JSON.stringify(read, null, 1) !== text);
          const found = read ? verifyStatement(measuring, read).problems : problems;
          expect(found.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, (s: Statement) => Partial<Statement>, RegExp]>([
    [
      'points',
      ({ responses }) => ({
        responses: responses.map((one, at) =>
          at === 1 ? { ...one, points: one.points === 0 ? one.possible : 0 } : one,
        ),
      }),
      /^Response 2, points: the statement says .*, the release gives .*\.$/,
    ],
    [
      'an answer',
      ({ responses }) => ({
        responses: responses.map((one, at) =>
          at === 0 ? { ...one, response: { kind: 'choice', option: '?' } } : one,
        ),
      }),
      /^Response 1 cannot be made again: /,
    ],
    [
      'a time at which an answer came',
      ({ responses }) => ({
        responses: responses.map((one, at) => (at === 2 ? { ...one, durationMs: 1 } : one)),
      }),
      /^Response 3 was changed after it was kept: its seal does not hold\.$/,
    ],
    [
      'a seed of an item that draws',
      ({ responses }) => ({ responses: responses.map((one) => ({ ...one, seed: 'other' })) }),
      /^Response \d+/,
    ],
    [
      'an item that the release does not hold',
      ({ responses }) => ({
        responses: responses.map((one) => ({ ...one, itemVersion: 7 })),
      }),
      /^Response 1 cannot be made again: Release 1.2.0 has no item .*@7/,
    ],
    [
      'the level',
      ({ result }) => ({ result: { ...result, level: 5 } }),
      /^Level: the statement says 5, the release gives \d\.$/,
    ],
    ['the ability', ({ result }) => ({ result: { ...result, ability: 1 } }), /^Ability: /],
    ['the prior', () => ({ prior: { mean: 0.1, sd: 1.5 } }), /^Response 1, ability: /],
    [
      'the hash of the release',
      (s) => ({ release: { ...s.release, sha256: s.sha256 } }),
      /^Hash of the release: /,
    ],
  ])(
    'that says other %s is found out, and told what, though its hash was made anew',
    (_, change, said) => {
      const { problems } = verifyStatement(
        measuring,
        sealStatement({ ...body, ...change(stated) }),
      );
      expect(problems).toContainEqual(expect.stringMatching(said));
    },
  );

  it('has the hash of all the rest', () => {
    expect(sealStatement(body).sha256).toBe(sha256);
  });

  it('is told as changed where only its hash does not hold', () => {
    const problems = verifyStatement(measuring, {
      ...stated,
      attempt: { ...stated.attempt, finishedAt: '2026-01-01T09:00:00.000Z' },
    }).problems;
    expect(problems).toEqual([
      'The statement was changed after it was made: its own hash does not hold.',
    ]);
  });
});
