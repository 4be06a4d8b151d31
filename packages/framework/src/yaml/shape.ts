import { z } from 'zod';
import { isRecord, valueAt } from './content.ts';

/** One form that a value may have, as JSON Schema says it. */
export type Shape = z.core.JSONSchema.JSONSchema;
type MaybeShape = Shape | boolean | undefined;

/**
 * The forms that a schema allows at a place of a content. Where a union's forms differ by a field
 * with one value (`kind: choice`), only those that the content chose are given.
 */
export function shapesAt(
  schema: z.ZodType,
  content: unknown,
  path: readonly PropertyKey[],
): Shape[] {
  const whole: Shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  let here: unknown = content;
  let shapes = forms([whole], here);
  for (const part of path) {
    const inner = shapes.map((shape) => childOf(shape, part));
    here = valueAt(here, [part]);
    shapes = forms(inner, here);
  }
  return shapes;
}

/** The fields that any of these forms knows. */
export const fieldsOf = (shapes: readonly Shape[]): string[] => [
  ...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties))),
];

/** What one may write where such a value stands, as YAML on one line. */
export function example(shapes: readonly Shape[]): string {
  const [shape] = shapes;
  if (!shape) return 'a value';
  if (shape.const !== undefined) return String(shape.const);
  if (shape.enum) return String(shape.enum[0]);
  const { type } = shape;
  switch (Array.isArray(type) ? type[0] : type) {
    case 'integer':
    case 'number':
      return String(shape.minimum ?? 1);
    case 'boolean':
      return 'true';
    case 'array': {
      const one = example(forms([single(shape.items)], undefined));
      return `[${Array.from({ length: shape.minItems ?? 1 }, () => one).join(', ')}]`;
    }
    case 'object':
      return exampleObject(shape);
    default:
      return 'a text';
  }
}

function exampleObject({ properties = {}, required, additionalProperties }: Shape): string {
  const names = required ?? Object.keys(properties).slice(0, 1);
  const fields = names.map((name) => `${name}: ${example(forms([properties[name]], undefined))}`);
  if (fields.length > 0) return `{ ${fields.join(', ')} }`;
  return `{ name: ${example(forms([additionalProperties], undefined))} }`;
}

/** Unions taken apart, down to forms that are none. */
function forms(shapes: readonly MaybeShape[], content: unknown): Shape[] {
  return shapes.flatMap((shape): Shape[] => {
    if (typeof shape !== 'object') return [];
    const alternatives = shape.anyOf ?? shape.oneOf;
    if (!alternatives) return [shape];
    const all = forms(alternatives, content);
    const chosen = all.filter((form) => isChosen(form, content));
    return chosen.length > 0 ? chosen : all;
  });
}

const isChosen = ({ properties = {} }: Shape, content: unknown): boolean =>
  Object.entries(properties).every(
    ([name, field]) =>
      typeof field !== 'object' ||
      field.const === undefined ||
      (isRecord(content) && content[name] === field.const),
  );

function childOf(shape: Shape, part: PropertyKey): MaybeShape {
  if (typeof part === 'number') return single(shape.items);
  return shape.properties?.[String(part)] ?? shape.additionalProperties;
}

const single = (items: Shape['items']): MaybeShape => (Array.isArray(items) ? items[0] : items);
