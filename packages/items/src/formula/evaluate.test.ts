import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recalculate, showValue, type TypedCells } from './index.ts';

/** What a cell shows once a formula was typed into Z… into J20 of a sheet. */
const shown = (formula: string, typed: TypedCells = {}) =>
  showValue(recalculate({ ...typed, J20: formula }).get('J20') ?? null);

const sales = {
  ...{ A1: 'Qui', A2: 'Léa', A3: 'Tom', A4: 'léa', A5: 'Awa' },
  ...{ B1: 'Ventes', B2: '12', B3: '7,5', B4: '', B5: '10' },
  ...{ C1: 'Payé', C2: 'oui', C3: 'non', C4: 'Oui', C5: 'oui, en retard' },
};

describe('what a formula gives', () => {
  it.each([
    ['=SOMME(B2:B5)', '29,5'],
    ['=SUM(B5:B2)', '29,5'],
    ['=SOMME(B1:B5;1)', '30,5'],
    ['=SOMME(A1:A5)', '0'],
    ['=MOYENNE(B2:B5)', '9,833333333'],
    ['=AVERAGE(A1:A5)', '#DIV/0!'],
    ['=MIN(B1:B5)', '7,5'],
    ['=MAX(B1:B5;11)', '12'],
    ['=MAX(A1:A5)', '0'],
    ['=NB(A1:C5)', '3'],
    ['=COUNT(B2;"a";3)', '2'],
    ['=NBVAL(B1:B5)', '4'],
    ['=NBVAL(B2:B5;1/0)', '4'],
    ['=NB.SI(C2:C5;"oui")', '2'],
    ['=COUNTIF(C2:C5,"oui")', '2'],
    ['=NB.SI(C2:C5;"oui*")', '3'],
    ['=NB.SI(C2:C5;"?on")', '1'],
    ['=NB.SI(C2:C5;"<>oui")', '2'],
    ['=NB.SI(B2:B5;">=10")', '2'],
    ['=NB.SI(B2:B5;"<7,6")', '1'],
    ['=NB.SI(B2:B5;">"&B3)', '2'],
    ['=NB.SI(B2:B5;10)', '1'],
    ['=NB.SI(B2:B5;"")', '1'],
    ['=NB.SI(A2:A5;">L")', '3'],
    ['=NB.SI(12;12)', '#VALEUR!'],
    ['=SOMME.SI(C2:C5;"oui";B2:B5)', '12'],
    ['=SUMIF(B2:B5,">8")', '22'],
    ['=SI(B2>10;"gagné";"perdu")', 'gagné'],
    ['=IF(B3>10,"gagné","perdu")', 'perdu'],
    ['=SI(B3>10;1)', 'FAUX'],
    ['=SI(B2>0;1;1/0)', '1'],
    ['=SI(A2;1;2)', '#VALEUR!'],
    ['=ET(B2>10;B3>10)', 'FAUX'],
    ['=OR(B2>10,B3>10)', 'VRAI'],
    ['=NON(B2>10)', 'FAUX'],
    ['=ET(A1:A5)', '#VALEUR!'],
    ['=ARRONDI(2,345;2)', '2,35'],
    ['=ROUND(-2.5,0)', '-3'],
    ['=ARRONDI(1,005;2)', '1,01'],
    ['=ARRONDI(1234;-2)', '1200'],
    ['=ARRONDI(2,6)', '3'],
    ['=ABS(B3-B2)', '4,5'],
    ['=PRODUIT(B2:B3)', '90'],
    ['=PRODUCT(2,3,4)', '24'],
    ['=PRODUIT(A2:A3)', '0'],
    ['=CONCAT(A2:A3;"!")', 'LéaTom!'],
    ['=CONCATENER(A2;" ";B3)', 'Léa 7,5'],
    ['=A2&" : "&B2', 'Léa : 12'],
    ['=A2=A4', 'VRAI'],
    ['=B4=0', 'VRAI'],
    ['=B4=""', 'VRAI'],
    ['=B4', '0'],
    ['="3"+1', '4'],
    ['=VRAI+1', '2'],
    ['="a"+1', '#VALEUR!'],
    ['=A2>B2', 'VRAI'],
    ['=B2:B5', '#VALEUR!'],
    ['=B2:B5*2', '#VALEUR!'],
    ['=SOMME(B2:B2)*2', '24'],
    ['=TOTAL(B2)', '#NOM?'],
    ['=ventes', '#NOM?'],
    ['=U1', '#REF!'],
    ['=SOMME(A1:A51)', '#REF!'],
    ['=#REF!+1', '#REF!'],
    ['=1/0', '#DIV/0!'],
    ['=0^-1', '#DIV/0!'],
    ['=(-8)^0,5', '#NOMBRE!'],
    ['=10^400', '#NOMBRE!'],
    ['=A2&1/0', '#DIV/0!'],
    ['=$B$2+b$3', '19,5'],
  ])('%s shows %s', (formula, value) => {
    expect(shown(formula, sales)).toBe(value);
  });

  it.each([
    ['=0,1+0,2', '0,3'],
    ['=0,1+0,2=0,3', 'VRAI'],
    ['=0,3-0,2-0,1', '0'],
    ['=1000,1-1000', '0,1'],
    ['=1,1*3', '3,3'],
    ['=1/3*3=1', 'VRAI'],
    ['=3,3/3', '1,1'],
    ['=2/3', '0,6666666667'],
    ['=1,15*100', '115'],
    ['=10^20', '1E+20'],
    ['=1/10^12', '1E-12'],
    ['=123456789012*10', '1234567890120'],
  ])('%s is calculated as on paper: %s', (formula, value) => {
    expect(shown(formula)).toBe(value);
  });

  it('adds decimals as cents are added', () => {
    const prices = fc.array(fc.integer({ min: -100000, max: 100000 }), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(prices, (cents) => {
        const cells = Object.fromEntries(
          cents.map((cent, row) => [`A${String(row + 1)}`, String(cent / 100)]),
        );
        const total = cents.reduce((sum, cent) => sum + cent, 0) / 100;
        const values = recalculate({
          ...cells,
          B1: '=SOMME(A1:A50)',
          B2: `=${Object.keys(cells).join('+')}`,
        });
        expect(values.get('B1')).toBe(total + 0);
        expect(values.get('B2')).toBe(total + 0);
      }),
    );
  });

  it('agrees with itself: a sum is a mean times a count, and conditions part a column in two', () => {
    const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(column, fc.integer({ min: -50, max: 50 }), (numbers, bound) => {
        const cells = Object.fromEntries(
          numbers.map((value, row) => [`A${String(row + 1)}`, String(value)]),
        );
        const holds = (claim: string) => expect(shown(claim, cells), claim).toBe('VRAI');
        holds('=MOYENNE(A1:A30)*NB(A1:A30)=SOMME(A1:A30)');
        holds(`=NB.SI(A1:A30;">${String(bound)}")+NB.SI(A1:A30;"<=${String(bound)}")=NB(A1:A30)`);
        holds(
          `=SOMME.SI(A1:A30;">${String(bound)}")+SOMME.SI(A1:A30;"<=${String(bound)}")=SOMME(A1:A30)`,
        );
        holds('=ET(MIN(A1:A30)<=MOYENNE(A1:A30);MOYENNE(A1:A30)<=MAX(A1:A30))');
      }),
      { numRuns: 50 },
    );
  });
});
