/** A number as it was typed, and what stood behind it (a unit's symbol, or nothing). */
export interface TypedNumber {
  value: number;
  rest: string;
}

const spaces = /[\s\u00a0\u2009\u202f]+/g;
const minuses = /^[\u2212\u2013\ufe63\uff0d]/;
const whole = /^([+-]?) ?((?:\d|[.,]\d).*?)([^\d\s.,].*)?$/;

const plain = /^(\d+)(?:[.,](\d+))?\.?$/;
const bareFraction = /^()[.,](\d+)$/;
const spaced = /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?\.?$/;
const dotted = /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/;
const commaed = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/;
const dottedTwice = /^([1-9]\d{0,2}(?:\.\d{3}){2,})()$/;
const commaedTwice = /^([1-9]\d{0,2}(?:,\d{3}){2,})()$/;

/**
 * Reads a typed number with a French or an English decimal mark: `1 234,5`, `1234.5`, `1,234.5`.
 * A single mark is always the decimal one (`1.234` is a little over one). `null` where it is no
 * number or could be two: words around it, `12 34`, `1,2,3`, exponents.
 */
export function parseNumber(text: string): TypedNumber | null {
  const typed = text.replace(spaces, ' ').trim().replace(minuses, '-');
  const [, sign, figures = '', rest = ''] = whole.exec(typed) ?? [];
  const value = parseFigures(figures.trimEnd());
  if (value === null) return null;
  return { value: sign === '-' ? -value : value, rest };
}

function parseFigures(figures: string): number | null {
  for (const form of [plain, bareFraction, spaced, dotted, commaed, dottedTwice, commaedTwice]) {
    const found = form.exec(figures);
    if (!found) continue;
    const [, units = '', fraction = ''] = found;
    return Number(`${units.replace(/[ .,]/g, '')}.${fraction}0`);
  }
  return null;
}
