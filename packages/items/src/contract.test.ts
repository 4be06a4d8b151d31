import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineMarks, limits, plainText, response, responseFromForm } from './contract.ts';
import { instantiate } from './instance.ts';
import { present } from './present.ts';
import type { KindName } from './kinds/contracts.ts';
import { item } from './testing/definitions.ts';

const read = (kind: KindName, fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return responseFromForm(present(instantiate(item(kind), 'a')), form);
};
const missing = (reason: string) => ({ missing: true, reason });

describe('a form of native controls', () => {
  it('gives the response of each kind', () => {
    expect(read('choice', [['answer', 'o2']])).toEqual({ kind: 'choice', option: 'o2' });
    const ticked: [string, string][] = [
      ['answer', 'o1'],
      ['answer', 'o3'],
    ];
    expect(read('choices', ticked)).toEqual({ kind: 'choices', options: ['o1', 'o3'] });
    expect(read('text', [['answer', ' mot ']])).toEqual({ kind: 'text', text: 'mot' });
    const measured: [string, string][] = [
      ['answer', '1,5'],
      ['unit', 'u2'],
    ];
    expect(read('number', measured)).toEqual({ kind: 'number', value: '1,5', unit: 'u2' });
    const placed: [string, string][] = ['3', '1', '4', '2'].map((place, index) => [
      `position-e${String(index + 1)}`,
      place,
    ]);
    expect(read('order', placed)).toEqual({ kind: 'order', order: ['e2', 'e4', 'e1', 'e3'] });
    const linked: [string, string][] = [
      ['match-l1', 'r2'],
      ['match-l2', 'r1'],
      ['match-l3', 'r4'],
    ];
    expect(read('match', linked)).toEqual({
      kind: 'match',
      pairs: { l1: 'r2', l2: 'r1', l3: 'r4' },
    });
  });

  it('says what is missing', () => {
    expect(read('choice', [])).toEqual(missing('empty'));
    expect(read('choices', [])).toEqual(missing('empty'));
    expect(read('text', [['answer', '  ']])).toEqual(missing('empty'));
    expect(read('text', [['answer', 'a'.repeat(201)]])).toEqual(missing('too-long'));
    expect(read('number', [['answer', 'douze']])).toEqual(missing('no-number'));
    expect(read('number', [['answer', '12,3,4']])).toEqual(missing('no-number'));
    expect(read('number', [['answer', '12 élèves']])).toEqual(missing('only-number'));
    expect(read('number', [['answer', '12']])).toEqual(missing('incomplete'));
    expect(read('match', [['match-l1', 'r1']])).toEqual(missing('incomplete'));
    expect(read('order', [['position-e1', '1']])).toEqual(missing('incomplete'));
    const same: [string, string][] = ['e1', 'e2', 'e3', 'e4'].map((id) => [`position-${id}`, '1']);
    expect(read('order', same)).toEqual(missing('repeated'));
  });

  it('gives only what the response schema takes, or a refusal', () => {
    const names = fc.constantFrom('answer', 'unit', 'position-e1', 'match-l1');
    const values = fc.oneof(fc.constantFrom('o1', 'u1', '1', 'r1'), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom<KindName>('choices', 'text', 'number', 'order', 'match'),
        fc.array(fc.tuple(names, values), { maxLength: 6 }),
        (kind, fields) => {
          const result = read(kind, fields);
          if (!('missing' in result)) expect(result.kind).toBe(kind);
        },
      ),
    );
  });
});

describe('a response', () => {
  it.each([
    { kind: 'choice', option: 'o1', extra: 1 },
    { kind: 'choice', option: '__proto__' },
    { kind: 'choices', options: [] },
    { kind: 'choices', options: Array.from({ length: limits.options + 1 }, () => 'o1') },
    { kind: 'text', text: '' },
    { kind: 'text', text: 'a'.repeat(limits.typedText + 1) },
    { kind: 'number', value: 12 },
    { kind: 'number', value: '1'.repeat(limits.typedNumber + 1) },
    { kind: 'match', pairs: { constructor: 'r1' } },
    {
      kind: 'match',
      pairs: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`l${String(i + 1)}`, 'r1'])),
    },
    { kind: 'drawing', strokes: [] },
    null,
  ])('is not %j', (value) => {
    expect(response.safeParse(value).success).toBe(false);
  });
});

describe('marks in a text', () => {
  it('are split into runs', () => {
    expect(inlineMarks('Tape `a*b` puis **très vite** !')).toEqual([
      { mark: 'plain', text: 'Tape ' },
      { mark: 'code', text: 'a*b' },
      { mark: 'plain', text: ' puis ' },
      { mark: 'strong', text: 'très vite' },
      { mark: 'plain', text: '\u00a0!' },
    ]);
  });

  it('tie a French sign to its word, but leave code as it is typed', () => {
    expect(plainText('Que dit « la page » ? Deux : a ; b')).toBe(
      'Que dit «\u00a0la page\u00a0»\u00a0? Deux\u00a0: a\u00a0; b',
    );
    expect(plainText('`a : b`')).toBe('a : b');
  });

  it('stay text where they are not closed', () => {
    expect(plainText('a ** b ` c')).toBe('a ** b ` c');
    expect(inlineMarks('<b>x</b>')).toEqual([{ mark: 'plain', text: '<b>x</b>' }]);
  });

  it('lose no letter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', ' ', '*', '`', '\n')), (letters) => {
        const text = letters.join('');
        const kept = (value: string) => value.replace(/[*`]/g, '');
        expect(kept(plainText(text))).toBe(kept(text));
      }),
    );
  });
});
