import type { z } from 'zod';
import { valueAt } from './content.ts';
import { nearest } from './nearest.ts';
import { example, fieldsOf, shapesAt } from './shape.ts';

/** What is wrong with a content by one issue of its schema. */
export interface Advice {
  /** Where it is wrong. */
  path: readonly PropertyKey[];
  /** The key that is wrong, where the value is not. */
  key?: string;
  message: string;
  instead: string;
}

/** What is wrong and what to write instead, for one issue that a schema has with a content. */
export function advise(issue: z.core.$ZodIssue, schema: z.ZodType, content: unknown): Advice[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsOf(shapesAt(schema, content, path));
    return issue.keys.map((key) => ({ path, key, ...unknownField(key, known) }));
  }
  const shapes = () => shapesAt(schema, content, path);
  const field = nameOf(path);
  const missing = valueAt(content, path) === undefined && path.length > 0;
  if (missing && issue.code !== 'custom') {
    const choice = allowed(issue);
    const instead = `${String(path.at(-1))}: ${choice ?? example(shapes())}`;
    return [{ path, message: `${field} is missing.`, instead }];
  }
  return [{ path, ...wrongValue(issue, field, () => example(shapes())) }];
}

function unknownField(key: string, known: readonly string[]) {
  const near = nearest(key, known);
  const instead = near ? `${near}:` : known.length > 0 ? `one of ${known.join(', ')}.` : 'nothing.';
  return { message: `\`${key}\` is not a field here.`, instead };
}

function wrongValue(issue: z.core.$ZodIssue, field: string, exampleHere: () => string) {
  switch (issue.code) {
    case 'invalid_type':
      return { message: `${field} is not ${named(issue.expected)}.`, instead: exampleHere() };
    case 'invalid_value':
    case 'invalid_union':
      return {
        message: `${field} is not one of the values it may have.`,
        instead: allowed(issue) ?? exampleHere(),
      };
    case 'too_small':
      return {
        message: `${field} is too small or too short.`,
        instead: `${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}${unitOf(issue.origin)}.`,
      };
    case 'too_big':
      return {
        message: `${field} is too big or too long.`,
        instead: `${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}${unitOf(issue.origin)}.`,
      };
    default:
      return { message: `${field} does not fit.`, instead: issue.message.replace(/^Write /, '') };
  }
}

/** The values that an issue allows, where it names them. */
function allowed(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options) {
    return issue.options.map(String).join(' or ');
  }
  return null;
}

/** A place as a person names it; its line tells which element of a list. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string');
  return names.length > 0 ? `\`${names.join('.')}\`` : 'The file';
}

const unitOf = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' of them' : '';

function named(expected: string): string {
  switch (expected) {
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of fields';
    case 'string':
      return 'a text (put it in quotes if it looks like a number)';
    case 'int':
      return 'a whole number';
    default:
      return `a ${expected}`;
  }
}
