/**
 * The values used last, up to a number of them: what is likely to be asked for again soon need not
 * be made again. Only for what can be made again, the same.
 */
export class RecentlyUsed<Key, Value> {
  readonly #most: number;
  /** From the one used longest ago to the one used last: a map keeps the order of insertion. */
  readonly #values = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value kept under a key, which counts as a use of it. */
  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#putLast(key, value);
    return value;
  }

  /** Keeps a value, in the place of the one used longest ago where there are too many. */
  set(key: Key, value: Value): void {
    this.#putLast(key, value);
    if (this.#values.size <= this.#most) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      return;
    }
  }

  delete(key: Key): void {
    this.#values.delete(key);
  }

  #putLast(key: Key, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }
}
