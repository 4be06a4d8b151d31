import { describe, expect, it } from 'vitest';
import { describeKey, present, score } from '../../index.ts';
import { instantiate } from '../../instance.ts';
import { item } from '../../testing/definitions.ts';
import { problems } from './problems.ts';

const task = (changes: object = {}) => instantiate(item('formula', changes), 'a');
const type = (formula: string, of = task()) => score(of, { kind: 'formula', formula });

const marks = {
  sheet: {
    caption: 'Les notes',
    rows: [
      ['Élève', 'Note', 'Avis'],
      ['Léa', 12, ''],
      ['Tom', 8, ''],
      ['Ana', 15, ''],
      ['Moyenne', '', ''],
    ],
  },
};
const mean = task({
  ...marks,
  cell: 'B5',
  answer: { formula: '=MOYENNE(B2:B4)', mustUse: ['MOYENNE'] },
  distractors: [{ formula: '=SOMME(B2:B4)' }, { formula: '=B2+B3+B4/3' }],
});
const advice = task({
  ...marks,
  cell: 'C2',
  copies: ['C3', 'C4'],
  answer: { formula: '=SI(B2>=10;"acquis";"à revoir")' },
  distractors: [{ formula: '=SI(B2>10;"acquis";"à revoir")' }, { formula: '=B2>=10' }],
});
const share = task({
  sheet: {
    caption: 'Les voix',
    rows: [
      ['Nom', 'Voix', 'Part'],
      ['Zoé', 12, ''],
      ['Max', 8, ''],
      ['Total', 20, ''],
    ],
  },
  cell: 'C2',
  copies: ['C3'],
  answer: { formula: '=B2/B$4' },
  distractors: [{ formula: '=B2/100' }, { formula: '=B4/B2' }],
});

describe('a formula', () => {
  it.each([
    '=B2*C2',
    '= c2 * b2',
    '=PRODUIT(B2;C2)+0',
    '=$B$2*$C$2',
    '=SOMME(B2*C2)',
    '=(B2)*(C2)',
  ])('%s is judged by what it gives', (formula) => {
    expect(type(formula).correct).toBe(true);
  });

  it.each([
    ['10', /commence par le signe =/],
    ['B2*C2', /^Le calcul est bon\. Une formule commence par le signe =/],
    ['=10', /s’ils changent, il sera faux/],
    ['=2,5*4', /s’ils changent, il sera faux/],
    ['=D2*2', /tourne en rond/],
    ['=B2*C2)', /parenthèses|signe en trop/],
    ['=FOIS(B2;C2)', /ne connaît pas de fonction FOIS/],
    ['=C2+B2', /^Pourquoi cela ne va pas\.$/],
  ])('%s earns nothing, and is told why', (formula, why) => {
    const { points, feedback } = type(formula);
    expect(points).toBe(0);
    expect(feedback).toMatch(why);
  });

  it('is read in French and in English, with semicolons or commas', () => {
    for (const formula of ['=MOYENNE(B2;B3;B4)', '=AVERAGE(B2:B4)', '=average(B2,B3,B4)']) {
      expect(type(formula, mean), formula).toMatchObject({ points: 1, correct: true });
    }
  });

  it('must call the function that is asked, where the item asks for one', () => {
    const { points, feedback } = type('=(B2+B3+B4)/3', mean);
    expect(points).toBe(0);
    expect(feedback).toMatch(/fallait se servir de la fonction MOYENNE/);
  });

  it('is tried where a comparison turns', () => {
    expect(type('=SI(B2>=10;"acquis";"à revoir")', advice).points).toBe(2);
    expect(type('=SI(B2<10;"à revoir";"acquis")', advice).points).toBe(2);
    expect(type('=SI(B2>10;"acquis";"à revoir")', advice).points).toBe(0);
    expect(type('=SI(B2>=11;"acquis";"à revoir")', advice).points).toBe(0);
  });

  it('earns a second point where it holds once copied', () => {
    expect(type('=B2/$B$4', share)).toMatchObject({ points: 2, possible: 2 });
    const { points, feedback } = type('=B2/B4', share);
    expect(points).toBe(1);
    expect(feedback).toMatch(/le signe \$ garde une cellule à sa place/);
  });

  it('shows the sheet, and not the formula', () => {
    const shown = present(share);
    expect(shown).toMatchObject({ kind: 'formula', cell: 'C2' });
    expect(JSON.stringify(shown)).not.toContain('B$4');
    expect(describeKey(share)).toBe('=B2/B$4');
  });

  it.each([
    [{ cell: 'B2' }, /must be an empty cell/],
    [{ answer: { formula: '=B2*' } }, /cannot be read/],
    [{ answer: { formula: '=10' } }, /asks nothing/],
    [{ answer: { formula: '=B2/D3' } }, /#DIV\/0!/],
    [{ answer: { formula: '=B2*C2', mustUse: ['SOMME'] } }, /does not call SOMME/],
  ])('is checked: %j', (change, problem) => {
    const { interaction } = task(change);
    if (interaction.kind !== 'formula') throw new Error('not a formula');
    expect(problems(interaction).join(' ')).toMatch(problem);
  });
});
