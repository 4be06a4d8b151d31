/** What a variable holds and an expression gives. */
export type Value =
  number | string | boolean | readonly Value[] | { readonly [name: string]: Value };

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** What a value is, in the words of an error. */
export function nameOfType(value: Value): string {
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'true or false';
  return isList(value) ? 'a list' : 'a record';
}
