const THIN_SPACE = '\u202f';
const MINUS = '\u2212';

/** A number to the fifteen significant digits that a double always keeps of a decimal. */
export const clean = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(15));

/** A number's decimal digits without an exponent: `-0.0000001`, `1234.5`. */
function decimalDigits(value: number): string {
  const shortest = String(clean(value));
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (!match) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** How many digits stand behind the decimal mark. */
export const decimalsOf = (value: number): number =>
  Number.isInteger(value) ? 0 : (decimalDigits(value).split('.')[1]?.length ?? 0);

/** A decimal has at most so many digits behind its mark: what is beyond is binary residue. */
const exactTo = (value: number, decimals: number): number =>
  (decimals <= 15 ? Number(value.toFixed(decimals)) : clean(value)) + 0;

/** The operations on decimals, as on paper: 0.1 + 0.2 is 0.3, and 0.3 % 0.1 is 0. */
export const decimal = {
  add: (a: number, b: number) => exactTo(a + b, Math.max(decimalsOf(a), decimalsOf(b))),
  subtract: (a: number, b: number) => exactTo(a - b, Math.max(decimalsOf(a), decimalsOf(b))),
  multiply: (a: number, b: number) => exactTo(a * b, decimalsOf(a) + decimalsOf(b)),
  divide: (a: number, b: number) => clean(a / b) + 0,
  /** What is left of `a` once `b` was taken out a whole number of times; it has the sign of `a`. */
  remainder: (a: number, b: number) =>
    exactTo(a - b * Math.trunc(clean(a / b)), Math.max(decimalsOf(a), decimalsOf(b))),
};

/** A number as one types it in French, without groups: `1234,5`. */
export const typedNumber = (value: number): string => decimalDigits(value).replace('.', ',');

/** A number as French prints it: decimal comma, groups of three behind a narrow no-break space. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = decimalDigits(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, THIN_SPACE);
  const shown = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return clean(value) < 0 ? MINUS + shown : shown;
}
