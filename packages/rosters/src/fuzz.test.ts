import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemGravity } from './problem-codes.ts';
import { describeProblem } from './problems.ts';
import { readRoster } from './read-roster.ts';
import { mutatedFrom } from './testing/mutated-files.ts';
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

it(
  'says something of whatever file it is given, and never breaks',
  { timeout: 120_000 },
  async () => {
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        mutatedFrom(whole),
        fc.integer({ min: 1, max: 5_000 }),
        async (bytes, size) => {
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
        },
      ),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
  },
);
