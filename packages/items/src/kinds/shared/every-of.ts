/** One field of everything in a registry, as the list that a union of schemas is made from. */
export function everyOf<Entry extends Record<Field, unknown>, Field extends string>(
  registry: Record<string, Entry>,
  field: Field,
): [Entry[Field], ...Entry[Field][]] {
  const [first, ...others] = Object.values(registry).map((entry) => entry[field]);
  if (first === undefined) throw new RangeError('The registry is empty.');
  return [first, ...others];
}

/** The names in a registry, which holds these and no others. */
export const keysOf = <Registry extends object>(registry: Registry): (keyof Registry)[] => {
  const isKey = (name: string): name is keyof Registry & string => Object.hasOwn(registry, name);
  return Object.keys(registry).filter(isKey);
};
