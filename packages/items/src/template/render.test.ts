import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, typedNumber } from './decimals.ts';
import { compileText } from './render.ts';
import { TemplateError } from './template-error.ts';
import type { Value } from './value.ts';

const values = new Map<string, Value>([
  ['eleve', 'Inès'],
  ['prix', 1234.5],
]);
const render = (text: string | number) => compileText(text)(values);

describe('a text with variables', () => {
  it('shows texts as they are and numbers in their French form', () => {
    expect(render('{{ eleve }} paie {{prix}} €')).toBe('Inès paie 1\u202f234,5 €');
    expect(render('{{ 0.1 + 0.2 }}')).toBe('0,3');
    expect(render("{{ '' + 2026 }}")).toBe('2026');
  });

  it('shows a bare number as it was written', () => {
    expect(render(2026)).toBe('2026');
    expect(render(98.5)).toBe('98,5');
  });

  it.each(['{{ eleve', 'eleve }}', '{{ }}', '{{ eleve }} }}', '{{ prix > 3 }}', '{{ absent }}'])(
    'refuses %s',
    (text) => {
      expect(() => render(text)).toThrow(TemplateError);
    },
  );
});

describe('a number as French prints it', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1\u202f000'],
    [1234567.25, '1\u202f234\u202f567,25'],
    [-12.5, '\u221212,5'],
    [0.1 + 0.2, '0,3'],
    [1e-7, '0,0000001'],
    [1.5e-7, '0,00000015'],
    [123456789012345, '123\u202f456\u202f789\u202f012\u202f345'],
  ])('%d shows %s', (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it('never shows an exponent or a point', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        expect(formatNumber(value)).toMatch(/^\u2212?\d{1,3}(\u202f\d{3})*(,\d+)?$/);
        expect(typedNumber(value)).toMatch(/^-?\d+(,\d+)?$/);
      }),
    );
  });
});
