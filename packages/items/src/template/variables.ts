import { z } from 'zod';
import type { Random } from '../random.ts';
import { compileExpression, type Scope } from './evaluate.ts';
import { reservedWords } from './expression.ts';
import { functions } from './functions.ts';
import { TemplateError } from './template-error.ts';
import { namePattern } from './tokens.ts';
import type { Value } from './value.ts';
import { expression, exactlyOneOf } from './written.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const value = z.union([
  scalar,
  z.array(scalar),
  z.record(z.string().regex(namePattern), z.union([scalar, z.array(scalar)])),
]);

const allDifferent = (list: readonly Value[]) =>
  new Set(list.map((element) => JSON.stringify(element))).size === list.length;

const candidates = z
  .array(value)
  .min(2)
  .max(100)
  .refine(allDifferent, 'The same value is written twice.');

/** How one variable gets its value. */
const variable = exactlyOneOf({
  pick: candidates,
  integer: z
    .strictObject({ from: z.int(), to: z.int(), step: z.int().positive().optional() })
    .refine(({ from, to }) => from < to, '`from` must be smaller than `to`.'),
  sample: z
    .strictObject({ count: z.int().min(1), of: candidates })
    .refine(({ count, of }) => count <= of.length, '`of` holds fewer values than `count`.'),
  value: z.union([z.number(), expression]),
});

const variableName = z
  .string()
  .regex(namePattern, 'A name is made of letters, figures and _.')
  .refine((name) => !reservedWords.has(name) && !functions.has(name), 'This name is taken.');

export const variables = z.record(variableName, variable);
export const conditions = z.array(expression).max(10);

/** Draws every variable, in the written order; throws `TemplateError`. */
export type VariableDraw = (random: Random) => Scope;

const MOST_DRAWS = 200;

/** Reads the variables and their conditions once; what it gives draws them from a seed. */
export function compileVariables(
  written: z.infer<typeof variables>,
  where: z.infer<typeof conditions>,
): VariableDraw {
  const draws = Object.entries(written).map(
    ([name, definition]) => [name, compileVariable(definition)] as const,
  );
  const tests = where.map((source) => [source, compileExpression(source)] as const);
  return (random) => {
    for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
      const scope = new Map<string, Value>();
      for (const [name, draw] of draws) scope.set(name, draw(random, scope));
      const holds = tests.every(([source, test]) => {
        const result = test(scope);
        if (typeof result === 'boolean') return result;
        throw new TemplateError('value', 'A condition is true or false', source, 0);
      });
      if (holds) return scope;
    }
    const message = `No draw in ${String(MOST_DRAWS)} met every condition`;
    throw new TemplateError('draw', message, where.join(' and '), 0);
  };
}

function compileVariable(
  definition: z.infer<typeof variable>,
): (random: Random, scope: Scope) => Value {
  const { pick, integer, sample, value: computed } = definition;
  if (pick) return (random) => elementAt(pick, random.integer(0, pick.length - 1));
  if (integer) {
    const { from, to, step = 1 } = integer;
    const steps = Math.floor((to - from) / step);
    return (random) => from + step * random.integer(0, steps);
  }
  if (sample) return (random) => random.shuffle(sample.of).slice(0, sample.count);
  if (typeof computed === 'number') return () => computed;
  if (computed === undefined) throw new TemplateError('syntax', 'A variable draws nothing', '', 0);
  const evaluate = compileExpression(computed);
  return (_random, scope) => evaluate(scope);
}

function elementAt(list: readonly Value[], index: number): Value {
  const element = list[index];
  if (element === undefined) throw new RangeError('A draw fell outside its list.');
  return element;
}
