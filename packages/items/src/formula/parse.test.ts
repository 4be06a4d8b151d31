import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula, readings, showValue } from './index.ts';
import { evaluate } from './evaluate.ts';

/** What a formula gives on an empty sheet, as a cell shows it. */
function shown(source: string, commas?: 'decimal' | 'separator'): string {
  const formula = readFormula(source, commas);
  return 'problem' in formula ? formula.problem : showValue(evaluate(formula.tree, () => null));
}

describe('a typed formula', () => {
  it.each([
    ['=1+2*3', '7'],
    ['=(1+2)*3', '9'],
    ['=2^3^2', '64'],
    ['=-2^2', '4'],
    ['=2^-1', '0,5'],
    ['=--3', '3'],
    ['=50%+1', '1,5'],
    ['=200*10%', '20'],
    ['=1&2+3', '15'],
    ['=1+1=2', 'VRAI'],
    ['="a"&"b"="AB"', 'VRAI'],
    ['=1<2', 'VRAI'],
    ['=2<=1', 'FAUX'],
    ['=1<>1', 'FAUX'],
    ['+3+4', '7'],
    ['-3+4', '1'],
    [' = 3 \u00a0+ 4 ', '7'],
    ['=6÷2×4−1', '11'],
    ['=3≥2', 'VRAI'],
    ['=1,5+0.5', '2'],
    ['=1e3', '1000'],
    ['="dit ""oui"""', 'dit "oui"'],
    ['=“oui”&« non »', 'ouinon'],
    ['=vrai', 'VRAI'],
    ['=FALSE()', 'FAUX'],
    ['=SOMME(1;2;3', '6'],
    ['=((1+2)*(3+4', '21'],
    ['=somme (1 ; 2)', '3'],
    ['=SI(VRAI;;3)', '0'],
  ])('%s gives %s', (source, value) => {
    expect(shown(source)).toBe(value);
  });

  it.each([
    ['1+2', 'no-equals'],
    ['', 'no-equals'],
    ['=', 'empty'],
    ['=1+', 'unfinished'],
    ['=SOMME(1;', 'unfinished'],
    ['=A1:', 'unfinished'],
    ['=1 2', 'extra'],
    ['=*3', 'extra'],
    ['=()', 'extra'],
    ['=(1 2)', 'extra'],
    ['=1;2', 'extra'],
    ['=1)', 'bracket'],
    ['=(1;2)', 'bracket'],
    ['="a', 'quote'],
    ['=1 ? 2', 'sign'],
    ['=A1:B2:C3', 'extra'],
    ['=SI(1)', 'arguments'],
    ['=ABS(1;2)', 'arguments'],
    ['=MOYENNE()', 'arguments'],
    [`=${'1+'.repeat(200)}1`, 'long'],
    [`=${'('.repeat(50)}1`, 'deep'],
  ])('%s cannot be read: %s', (source, problem) => {
    expect(shown(source)).toBe(problem);
  });

  it('takes a comma for a decimal mark or for what parts arguments, whichever is meant', () => {
    expect(shown('=SOMME(1,5;2)')).toBe('3,5');
    expect(shown('=SUM(1,5)')).toBe('6');
    expect(shown('=SUM(1,5;2)')).toBe('3,5');
    expect(shown('=SUM(1.5,2)')).toBe('3,5');
    expect(shown('=MAX(1, 5)')).toBe('5');
    expect(shown('=MAX(1,5)')).toBe('1,5');
    expect(shown('=MAX(1,5)', 'separator')).toBe('5');
    expect(shown('=SI(1,1,2)')).toBe('2');
    expect(shown('=IF(1,1,2)')).toBe('1');
    expect(shown('=CONCAT("a;b",3)', 'separator')).toBe('a;b3');
  });

  it('is written again without a comma that could be two things', () => {
    expect(readings('=MAX(1,5)')).toEqual(['=MAX(1.5)', '=MAX(1;5)']);
    expect(readings('=SUM(B2,1,5)')).toEqual(['=SUM(B2;1;5)', '=SUM(B2;1.5)']);
    expect(readings(' =SOMME( B2 ; "1,5" )')).toEqual([' =SOMME( B2 ; "1,5" )']);
    expect(readings('+SOMME(B2,C2)')).toEqual(['+SOMME(B2;C2)']);
    expect(readings('="a')).toEqual(['="a']);
    fc.assert(
      fc.property(
        fc.constantFrom('decimal', 'separator'),
        fc.stringMatching(/^=[A-C1-9,;+(). ]*$/),
        (commas, source) => {
          const shownByEach = readings(source).map((text) => shown(text));
          expect(shownByEach).toContain(shown(source, commas));
        },
      ),
    );
  });

  it('says which functions it calls, in French', () => {
    const calls = (source: string) => {
      const formula = readFormula(source);
      return 'problem' in formula ? formula.problem : formula.calls;
    };
    expect(calls('=SUM(A1:A3)+somme(B1)+Round(AVERAGE(A1),1)')).toEqual([
      'SOMME',
      'MOYENNE',
      'ARRONDI',
    ]);
    expect(calls('=A1+A2')).toEqual([]);
    expect(calls('=TOTAL(A1)')).toEqual(['TOTAL']);
  });

  it('is read or refused whatever it is, and calculated without failing', () => {
    const pieces = fc.constantFrom(
      ...['=', '(', ')', ';', ',', '+', '-', '*', '/', '^', '&', '%', ':', '<', '>', '"', '$', ' '],
      ...[
        'A1',
        '$B$2',
        'T50',
        'U1',
        'SOMME(',
        'SI(',
        'NB.SI(',
        'vrai',
        'zz',
        '1',
        '0',
        '2,5',
        '#REF!',
      ],
    );
    const built = fc.array(pieces, { maxLength: 25 }).map((list) => `=${list.join('')}`);
    fc.assert(
      fc.property(fc.oneof(built, fc.string({ unit: 'binary' })), (source) => {
        expect(typeof shown(source)).toBe('string');
      }),
      { numRuns: 5000 },
    );
  });
});
