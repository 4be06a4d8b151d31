/** The mean; not a number where there are no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share of values, 0 to 1, of which something holds; not a number where there are none. */
export function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return mean(values.map((value) => (holds(value) ? 1 : 0)));
}
