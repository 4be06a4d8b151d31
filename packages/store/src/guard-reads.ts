/** Reads, by name; each answers in time or rejects. */
type Reads = Record<string, (...args: never[]) => unknown>;

/** The same reads, which reject with what `explain` makes of the engine's errors. */
export function guardReads<R extends Reads>(reads: R, explain: (error: unknown) => unknown): R {
  return new Proxy(reads, {
    get(target, name, receiver): unknown {
      const read: unknown = Reflect.get(target, name, receiver);
      if (typeof read !== 'function') return read;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(read, target, args);
        } catch (error) {
          throw explain(error);
        }
      };
    },
  });
}
