import { isFault, raised, type Scalar, showValue } from './value.ts';

const written = /^([+-]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)?(?:[.,](\d+))?(\s?%)?$/;

/** The number that a text is, with either decimal mark, groups of three, or a percent sign. */
export function readNumber(text: string): number | null {
  const [, sign, whole, decimals, percent] =
    written.exec(text.trim().replace(/^[\u2212\u2013]/, '-')) ?? [];
  if (whole === undefined && decimals === undefined) return null;
  const digits = `${(whole ?? '0').replace(/\D/g, '')}.${decimals ?? '0'}`;
  // The exponent moves the mark without a division, which would leave a binary fraction.
  return Number(`${sign === '-' ? '-' : ''}${digits}${percent === undefined ? '' : 'e-2'}`);
}

/** A number to calculate with: a text that is one counts, an empty cell is nought. */
export function asNumber(value: Scalar): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value === null) return 0;
  if (isFault(value)) throw raised(value);
  const number = readNumber(value);
  if (number === null) throw raised('#VALEUR!');
  return number;
}

/** Yes or no: a number is yes unless it is nought. */
export function asTruth(value: Scalar): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (isFault(value)) throw raised(value);
  const word = value.trim().toUpperCase();
  if (word === 'VRAI' || word === 'TRUE') return true;
  if (word === 'FAUX' || word === 'FALSE') return false;
  throw raised('#VALEUR!');
}

/** A text to join with others. */
export function asText(value: Scalar): string {
  if (isFault(value)) throw raised(value);
  return showValue(value);
}
