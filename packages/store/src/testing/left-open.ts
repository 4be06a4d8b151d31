const key = Symbol.for('jalon.test-stores');

/**
 * How to close each store that a test file has opened. Kept apart from the stores: most test files
 * have none, and need not read what a store is made of.
 */
export function leftOpen(): Set<() => Promise<void>> {
  const known: unknown = Reflect.get(globalThis, key);
  if (known instanceof Set) return known;
  const made = new Set<() => Promise<void>>();
  Reflect.set(globalThis, key, made);
  return made;
}
