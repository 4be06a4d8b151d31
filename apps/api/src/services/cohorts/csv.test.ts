import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from './csv.ts';

const hostile = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      ',',
      '＝',
      '＋',
      '－',
      '＠',
      'é',
      ' ',
    ),
  )
  .map((letters) => letters.join(''));
const cell = fc.oneof(
  fc.string(),
  hostile,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constant(null),
);

it('lines are those that a well-known library writes, whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
      (lines) => {
        const theirs = stringify(
          lines.map((cells) => [...cells]),
          { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true },
        );
        expect(csvLines(lines)).toBe(theirs);
      },
    ),
    { numRuns: 2_000 },
  );
});
