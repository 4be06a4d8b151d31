import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { TemplateError } from './template-error.ts';
import { compileVariables, variables } from './variables.ts';

const draw = (definition: object, where: string[] = [], seed = 'graine') =>
  compileVariables(variables.parse(definition), where)(seededRandom(seed));

const seeds = Array.from({ length: 300 }, (_, index) => String(index));

describe('variables', () => {
  it('are drawn from what is written and computed from those before', () => {
    for (const seed of seeds) {
      const scope = draw(
        {
          n: { integer: { from: 2, to: 9, step: 3 } },
          ami: { sample: { count: 2, of: ['a', 'b', 'c'] } },
          lieu: { pick: [{ nom: 'x' }, { nom: 'y' }] },
          double: { value: 'n * 2' },
        },
        [],
        seed,
      );
      const n = Number(scope.get('n'));
      expect([2, 5, 8]).toContain(n);
      expect(scope.get('double')).toBe(n * 2);
      expect(new Set(JSON.stringify(scope.get('ami'))).size).toBeGreaterThan(3);
    }
  });

  it('reach every value of a list and both ends of a range', () => {
    const drawn = seeds.map((seed) =>
      draw({ n: { integer: { from: 1, to: 4 } }, p: { pick: ['a', 'b', 'c'] } }, [], seed),
    );
    expect(new Set(drawn.map((scope) => scope.get('n')))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(drawn.map((scope) => scope.get('p')))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('draw again until every condition holds', () => {
    for (const seed of seeds) {
      const dice = { a: { integer: { from: 1, to: 6 } }, b: { integer: { from: 1, to: 6 } } };
      const scope = draw(dice, ['a != b', 'a + b > 6'], seed);
      expect(scope.get('a')).not.toBe(scope.get('b'));
      expect(Number(scope.get('a')) + Number(scope.get('b'))).toBeGreaterThan(6);
    }
  });

  it('give up with their own error where no draw can meet a condition', () => {
    const impossible = () => draw({ a: { integer: { from: 1, to: 6 } } }, ['a > 6']);
    expect(impossible).toThrow(TemplateError);
    expect(impossible).toThrow(expect.objectContaining({ code: 'draw' }));
  });

  it.each([
    [{ a: { pick: ['x', 'y'], value: '1' } }],
    [{ a: {} }],
    [{ a: { integer: { from: 5, to: 5 } } }],
    [{ a: { sample: { count: 4, of: ['x', 'y'] } } }],
    [{ a: { pick: ['x', 'x'] } }],
    [{ a: { value: '1 +' } }],
    [{ round: { value: '1' } }],
    [{ and: { value: '1' } }],
    [{ 'a b': { value: '1' } }],
    [{ a: { choose: ['x'] } }],
  ])('refuse %j', (definition) => {
    expect(variables.safeParse(definition).success).toBe(false);
  });
});
