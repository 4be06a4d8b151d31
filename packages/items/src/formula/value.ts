import { typedNumber } from '../template/decimals.ts';

/**
 * What a cell shows where nothing can be calculated, as a French spreadsheet writes it. `#ERREUR!`
 * stands for a formula that cannot be read, `#CYCLE!` for one that needs its own result.
 */
export const faultCodes = [
  '#DIV/0!',
  '#NOM?',
  '#REF!',
  '#VALEUR!',
  '#NOMBRE!',
  '#CYCLE!',
  '#ERREUR!',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** An error that a cell holds instead of a value. */
export interface Fault {
  fault: FaultCode;
}

/** What a cell holds once it is calculated; `null` where it is empty. */
export type Scalar = number | string | boolean | null | Fault;

export const isFault = (value: Scalar): value is Fault =>
  typeof value === 'object' && value !== null;

/** Ends a calculation with an error; never leaves this folder. */
export class Raised extends Error {
  readonly fault: Fault;

  constructor(code: FaultCode) {
    super(code);
    this.fault = { fault: code };
  }
}

/** What ends a calculation: where a value is one already, the same error. */
export const raised = (value: Fault | FaultCode): Raised =>
  new Raised(typeof value === 'string' ? value : value.fault);

const LARGEST_IN_FULL = 1e15;
const SMALLEST_IN_FULL = 1e-9;
const SHOWN_DIGITS = 10;

/** A number as a cell shows it: ten digits at most, decimal comma, no groups. */
function shownNumber(value: number): string {
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(SHOWN_DIGITS));
  if (size === 0 || (size >= SMALLEST_IN_FULL && size < LARGEST_IN_FULL)) {
    return typedNumber(Number.isInteger(value) ? value : rounded);
  }
  return String(Number(rounded.toPrecision(6)).toExponential())
    .toUpperCase()
    .replace('.', ',');
}

/** What a cell shows of a value. */
export function showValue(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'number') return shownNumber(value);
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return isFault(value) ? value.fault : value;
}

/** Whether two results are the same: what binary fractions leave over does not count. */
export function sameValue(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  const [one, other] = [a ?? 0, b ?? 0];
  if (typeof one === 'object' && typeof other === 'object') return one.fault === other.fault;
  return one === other;
}

const SAME_DIGITS = 1e-12;

const sameNumber = (a: number, b: number) =>
  Math.abs(a - b) <= SAME_DIGITS * Math.max(1, Math.abs(a), Math.abs(b));
