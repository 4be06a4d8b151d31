import { clean, decimalsOf } from '../template/decimals.ts';

/** Beyond so many decimals a number is no longer one that somebody wrote. */
const WRITTEN_DECIMALS = 10;

/** A result to the decimals it can have, where its operands are decimals that somebody wrote. */
function exactly(value: number, decimals: number): number {
  if (Number.isInteger(value) || decimals > WRITTEN_DECIMALS) return value;
  return Number(value.toFixed(decimals)) + 0;
}

/** A short decimal instead of the binary fraction beside it; other numbers as they are. */
function tidy(value: number): number {
  const near = clean(value);
  return decimalsOf(near) <= WRITTEN_DECIMALS ? near : value;
}

const mostDecimals = (a: number, b: number) => Math.max(decimalsOf(a), decimalsOf(b));

/**
 * What spreadsheets calculate: on written decimals as on paper (0.1 + 0.2 is 0.3), and with the
 * digits that are not shown kept (1 / 3 * 3 is 1).
 */
export const number = {
  add: (a: number, b: number) => exactly(a + b, mostDecimals(a, b)),
  subtract: (a: number, b: number) => exactly(a - b, mostDecimals(a, b)),
  multiply: (a: number, b: number) => tidy(exactly(a * b, decimalsOf(a) + decimalsOf(b))),
  divide: (a: number, b: number) => tidy(a / b),
  power: (a: number, b: number) => tidy(a ** b),
  /** Halves go away from zero; less than no decimals rounds to tens, hundreds … */
  round(value: number, decimals: number): number {
    const places = Math.max(-20, Math.min(20, Math.trunc(decimals)));
    const scale = 10 ** Math.abs(places);
    const scaled = places < 0 ? Math.abs(value) / scale : Math.abs(value) * scale;
    const rounded = Math.round(clean(scaled));
    return tidy(Math.sign(value) * (places < 0 ? rounded * scale : rounded / scale)) + 0;
  },
};
