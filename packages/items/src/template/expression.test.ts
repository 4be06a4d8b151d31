import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, type Scope } from './evaluate.ts';
import { TemplateError } from './template-error.ts';
import type { Value } from './value.ts';

const variables: Scope = new Map<string, Value>([
  ['prix', 4],
  ['élève', 'Inès'],
  ['lieu', { nom: 'la médiathèque', code: 'MED', salles: ['A', 'B'] }],
  ['amis', ['Léa', 'Sami', 'Chloé']],
  ['notes', [12, 8.5, 15]],
  ['ouvert', true],
]);
const evaluate = (source: string, values: Scope = variables) => compileExpression(source)(values);

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['7 % 3', 1],
    ['-prix + 1', -3],
    ['0.1 + 0.2', 0.3],
    ['0.3 % 0.1', 0],
    ['1.1 * 3', 3.3],
    ['0.1 + 0.2 == 0.3', true],
    ["élève + ' va'", 'Inès va'],
    ["'IMG_' + 1234", 'IMG_1234'],
    ["'' + 2.5", '2,5'],
    ['lieu.nom', 'la médiathèque'],
    ['lieu.salles[1]', 'B'],
    ['amis[prix - 2]', 'Chloé'],
    ['prix > 3 and not (prix == 5)', true],
    ['prix > 3 or absent', true],
    ["prix > 5 ? 'cher' : prix > 3 ? 'moyen' : 'peu'", 'moyen'],
    ["'2026-03-14' < '2026-10-01'", true],
    ['not ouvert', false],
    ['min(3, 1, 2)', 1],
    ['max(notes)', 15],
    ['round(2.345, 2)', 2.35],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['floor(2.9) + ceil(2.1) + abs(-1)', 6],
    ['length(amis) + length(élève)', 7],
    ["upper('é') + lower('À')", 'Éà'],
    ["join(amis, ', ')", 'Léa, Sami, Chloé'],
    ["join(notes, ' ; ')", '12 ; 8,5 ; 15'],
    ["addDays('2026-02-27', 2)", '2026-03-01'],
    ["longDate('2026-03-01')", '1er mars 2026'],
    ["shortDate('2026-03-04')", '04/03/2026'],
    ["'l\\'eau'", "l'eau"],
  ])('%s gives %j', (source, value) => {
    expect(evaluate(source)).toEqual(value);
  });

  it.each([
    ['1 +', 'syntax', 3],
    ['(1', 'syntax', 2],
    ['1 < 2 < 3', 'syntax', 6],
    ['prix $ 2', 'syntax', 5],
    ["'open", 'syntax', 0],
    ['and', 'syntax', 0],
    ['absent + 1', 'name', 0],
    ['lieu.rue', 'name', 4],
    ['lieu.constructor', 'name', 4],
    ['eval(1)', 'name', 0],
    ['prix / 0', 'value', 5],
    ['amis[3]', 'value', 4],
    ['amis[0.5]', 'value', 4],
    ['prix == élève', 'value', 5],
    ['prix and ouvert', 'value', 0],
    ['lieu + 1', 'value', 5],
    ['round(1, 2, 3)', 'value', 0],
    ["addDays('2026-02-30', 1)", 'value', 0],
  ])('%s is refused (%s, at %i)', (source, code, position) => {
    expect(() => evaluate(source)).toThrow(TemplateError);
    expect(() => evaluate(source)).toThrow(expect.objectContaining({ code, position }));
  });

  it('bounds its length and its depth', () => {
    expect(() => evaluate('('.repeat(60) + '1' + ')'.repeat(60))).toThrow(/nested too deep/);
    expect(() => evaluate('-'.repeat(60) + '1')).toThrow(/nested too deep/);
    expect(() => evaluate('1+'.repeat(400) + '1')).toThrow(/too long/);
  });

  it('throws nothing but its own error, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...['prix', 'lieu', '.nom', '[', ']', '(', ')', '+', '-', '*', '/', '%', '?', ':', ','],
      ...['==', '<', 'and', 'or', 'not', "'a'", '1.5', '0', ' ', 'round(', 'join(', 'addDays('],
      ...['__proto__', 'constructor', 'amis', '1e9', '{{', '\\', '"'],
    );
    const source = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(source, (text) => {
        try {
          evaluate(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('computes with decimals exactly', () => {
    const cents = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const values = new Map([
          ['a', a / 100],
          ['b', b / 100],
        ]);
        expect(evaluate('a + b', values)).toBe((a + b) / 100);
        expect(evaluate('a - b', values)).toBe((a - b) / 100);
        expect(evaluate('a * b', values)).toBe((a * b) / 10_000 + 0);
        if (b !== 0) expect(evaluate('a % b', values)).toBe((a % b) / 100 + 0);
      }),
    );
  });
});
