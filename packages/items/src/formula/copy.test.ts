import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, addressName, copyFormula, readAddress } from './index.ts';

const at = (name: string): Address => {
  const address = readAddress(name);
  if (!address) throw new RangeError(name);
  return address;
};
const copied = (source: string, from: string, to: string) => copyFormula(source, at(from), at(to));

describe('a formula that is copied', () => {
  it.each([
    ['=B2*C2', 'D2', 'D3', '=B3*C3'],
    ['=B2*$F$1', 'D2', 'E4', '=C4*$F$1'],
    ['=B$2+$C2', 'D2', 'E3', '=C$2+$C3'],
    ['=somme( b2:b4 ) & "B2"', 'B5', 'C5', '=somme( C2:C4 ) & "B2"'],
    ['=SI(A1>1,5;"A1";A1)', 'B1', 'B3', '=SI(A3>1,5;"A1";A3)'],
    ['=B2', 'C2', 'C1', '=B1'],
    ['=A1+B1', 'C1', 'B1', '=#REF!+A1'],
    ['=SOMME(A1:A3)', 'B4', 'B3', '=SOMME(#REF!:A2)'],
    ['  +A1', 'B1', 'B2', '  +A2'],
    ['=T1+A50', 'A1', 'B2', '=#REF!+#REF!'],
    ['A1', 'B1', 'B2', 'A1'],
    ['12', 'B1', 'B2', '12'],
    ['="A1', 'B1', 'B2', '="A1'],
  ])('%s from %s to %s is %s', (source, from, to, result) => {
    expect(copied(source, from, to)).toBe(result);
  });

  it('comes back as it was, where it never left the sheet', () => {
    const place = fc.record({ row: fc.nat(49), column: fc.nat(19) });
    const near = fc.record({
      row: fc.integer({ min: 20, max: 29 }),
      column: fc.integer({ min: 8, max: 11 }),
    });
    const written = fc
      .tuple(near, fc.boolean(), fc.boolean())
      .map(([address, column, row]) =>
        addressName(address).replace(
          /([A-Z]+)(\d+)/,
          `${column ? '$$' : ''}$1${row ? '$$' : ''}$2`,
        ),
      );
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 4 }),
        place,
        near,
        (names, from, to) => {
          const source = `=${names.join(' + ')}`;
          const there = copyFormula(source, from, to);
          if (!there.includes('#REF!')) expect(copyFormula(there, to, from)).toBe(source);
          expect(copyFormula(source, from, from)).toBe(source);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is given back for any text, and changes nothing that is no formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof copied(text, 'A1', 'B2')).toBe('string');
        if (/^[a-z]/i.test(text)) expect(copied(text, 'A1', 'B2')).toBe(text);
      }),
    );
  });
});
