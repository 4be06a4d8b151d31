/** A seed after another: the next number, or the first one after a word. */
export const nextSeed = (seed: string): string =>
  /^\d{1,9}$/.test(seed) ? String(Number(seed) + 1) : '1';
