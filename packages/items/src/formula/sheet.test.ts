import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { fastest } from '../testing/fastest.ts';
import { columnName, readAddress, recalculate, showValue, type TypedCells } from './index.ts';

const shown = (typed: TypedCells) =>
  Object.fromEntries([...recalculate(typed)].map(([name, value]) => [name, showValue(value)]));

describe('a sheet', () => {
  it('reads what was typed as numbers, texts, yes or no, and formulas', () => {
    expect(
      Object.fromEntries(
        recalculate({
          ...{ A1: '12,5', A2: '12.5', A3: ' 1 000 ', A4: '-3', A5: '20 %', A6: '1\u202f000,5' },
          ...{ B1: 'oui', B2: 'Vrai', B3: "'12", B4: '12 €', B5: '- rien', B6: '12/03', B7: '  ' },
          ...{ C1: '=A1*2', C2: '-A1', C3: '=A1*', Z1: '3', A60: '3', c4: '4' },
        }),
      ),
    ).toEqual({
      ...{ A1: 12.5, A2: 12.5, A3: 1000, A4: -3, A5: 0.2, A6: 1000.5 },
      ...{ B1: 'oui', B2: true, B3: '12', B4: '12 €', B5: { fault: '#NOM?' }, B6: '12/03' },
      ...{ C1: 25, C2: -12.5, C3: { fault: '#ERREUR!' }, C4: 4 },
    });
  });

  it('calculates cells after those they need, in whatever order they stand', () => {
    expect(shown({ A1: '=B1+1', B1: '=C1*2', C1: '=SOMME(D1:D3)', D1: '1', D3: '4' })).toEqual({
      ...{ A1: '11', B1: '10', C1: '5', D1: '1', D3: '4' },
    });
  });

  it('shows a circle where cells need one another, and what hangs on it, but nothing else', () => {
    expect(
      shown({ A1: '=B1', B1: '=C1+1', C1: '=A1', D1: '=A1+1', E1: '=SOMME(E1:E3)', F1: '=1+1' }),
    ).toEqual({
      ...{ A1: '#CYCLE!', B1: '#CYCLE!', C1: '#CYCLE!', D1: '#CYCLE!', E1: '#CYCLE!', F1: '2' },
    });
    expect(shown({ A1: '=NB(B1)', B1: '=A1' })).toEqual({ A1: '#CYCLE!', B1: '#CYCLE!' });
  });

  it('gives the same whatever the order in which cells were typed', () => {
    const names = ['A1', 'A2', 'B1', 'B2', 'C1'];
    const content = fc.oneof(
      fc.integer({ min: -9, max: 9 }).map(String),
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.constantFrom('+', '*', '-', '/', ':'),
          fc.constantFrom(...names),
        )
        .map(([a, sign, b]) => (sign === ':' ? `=SOMME(${a}:${b})` : `=${a}${sign}${b}`)),
    );
    fc.assert(
      fc.property(fc.array(content, { minLength: 5, maxLength: 5 }), fc.string(), (typed, seed) => {
        const cells = names.map((name, rank) => [name, typed[rank] ?? ''] as const);
        const other = seededRandom(seed).shuffle(cells);
        expect(shown(Object.fromEntries(other))).toEqual(shown(Object.fromEntries(cells)));
      }),
      { numRuns: 500 },
    );
  });

  it('names its cells', () => {
    fc.assert(
      fc.property(fc.nat(49), fc.nat(19), (row, column) => {
        expect(readAddress(columnName(column) + String(row + 1))).toEqual({ row, column });
      }),
    );
    expect([0, 19, 25, 26, 701].map(columnName)).toEqual(['A', 'T', 'Z', 'AA', 'ZZ']);
    expect(['U1', 'A51', 'A0', '1A', '', 'A1:B2'].map(readAddress)).toEqual(Array(6).fill(null));
  });

  it('is calculated in a few milliseconds, full of numbers and formulas', () => {
    const cells: Record<string, string> = {};
    for (let row = 1; row <= 50; row += 1) {
      for (let column = 0; column < 20; column += 1) {
        const name = columnName(column) + String(row);
        const left = column === 0 ? '' : columnName(column - 1) + String(row);
        if (column < 5) cells[name] = String((row * 37 + column) / 4);
        else if (row === 50) cells[name] = `=SOMME(${columnName(column)}1:${columnName(column)}49)`;
        else cells[name] = `=SI(${left}>100;ARRONDI(${left}/3;2);${left}*2+$A$1)`;
      }
    }
    expect(recalculate(cells).size).toBe(1000);
    expect(fastest(() => recalculate(cells))).toBeLessThan(20);
  });

  it('goes down a chain of a thousand cells', () => {
    const cells: Record<string, string> = { A1: '1' };
    let before = 'A1';
    for (let place = 1; place < 1000; place += 1) {
      const name = columnName(Math.floor(place / 50)) + String((place % 50) + 1);
      cells[name] = `=${before}+1`;
      before = name;
    }
    expect(recalculate(cells).get('T50')).toBe(1000);
  });
});
