import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemGravity } from './problem-codes.ts';
import { describeProblem } from './problems.ts';
import { readRoster } from './read-roster.ts';
import { manyPupils, three } from './testing/pupils.ts';
import {
  inPieces,
  latin9,
  ondeCsv,
  oneRosterFilesOf,
  reading,
  siecleXml,
  templateCsv,
  zipOf,
} from './testing/written-files.ts';

const some = [...three, ...manyPupils(20)];
const utf8 = (text: string) => new TextEncoder().encode(text);
const whole: readonly Uint8Array[] = [
  latin9(siecleXml(some)),
  utf8(siecleXml(some, { encoding: 'UTF-8' })),
  latin9(ondeCsv(some)),
  utf8(templateCsv(some)),
  zipOf(oneRosterFilesOf(some)),
  zipOf({ 'ElevesSansAdresses.xml': latin9(siecleXml(some)) }),
];

/** Bytes that mean something to one of the formats. */
const telling = ['<', '>', '"', ';', '\n', '&', '\0', 'é', '<!DOCTYPE x>', '&a;', '=1+1', ']]>'];

type Mutation = (bytes: Uint8Array) => Uint8Array;
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (bytes: Uint8Array, where: number): number => Math.floor(where * bytes.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([where, byte]): Mutation => {
    return (bytes) => bytes.with(at(bytes, where), byte);
  }),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(0, at(bytes, where)),
  ),
  fc.tuple(place, fc.constantFrom(...telling)).map(([where, text]): Mutation => {
    return (bytes) => {
      const cut = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, cut), utf8(text), bytes.subarray(cut)]);
    };
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => {
    return (bytes) => {
      const [start = 0, end = 0] = [at(bytes, from), at(bytes, to)].sort((a, b) => a - b);
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    };
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => {
    return (bytes) => {
      const [start = 0, end = 0] = [at(bytes, from), at(bytes, to)].sort((a, b) => a - b);
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
    };
  }),
);

const mutated = fc
  .tuple(fc.constantFrom(...whole), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([bytes, changes]) =>
    changes.reduce((given, change) => (given.length === 0 ? given : change(given)), bytes),
  );

it(
  'says something of whatever file it is given, and never breaks',
  { timeout: 120_000 },
  async () => {
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(mutated, fc.integer({ min: 1, max: 5_000 }), async (bytes, size) => {
        const { roster, problems } = await readRoster(inPieces(bytes, size), reading);
        seen[roster === null ? 'refused' : 'taken'] += 1;
        if (roster === null) {
          expect(problems.some(({ code }) => problemGravity[code] === 'file')).toBe(true);
        }
        for (const one of problems) {
          expect(one.line).toBeGreaterThanOrEqual(1);
          expect(describeProblem(one, 'fr')).not.toMatch(/\{\w+\}|undefined|\p{Cc}/u);
        }
        for (const { firstName, lastName } of roster?.pupils ?? []) {
          expect(firstName).toMatch(/^[^=+@\p{Cc}<>]*\p{L}[^\p{Cc}<>]*$/u);
          expect(lastName).toMatch(/^[^=+@\p{Cc}<>]*\p{L}[^\p{Cc}<>]*$/u);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
  },
);
