import type { Store } from '@jalon/store';

/** A store that counts the questions it is asked. */
export function countingReads(store: Store): { store: Store; questions: () => number } {
  let count = 0;
  const counting = <Reads extends object>(reads: Reads): Reads =>
    new Proxy(reads, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]): unknown => {
          count += 1;
          return Reflect.apply(found, target, given);
        };
      },
    });
  const read = new Proxy(store.read, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'object' && found !== null ? counting(found) : found;
    },
  });
  return { store: { ...store, read }, questions: () => count };
}
