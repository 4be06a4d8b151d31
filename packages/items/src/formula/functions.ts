import {
  type Argument,
  caught,
  cellsOf,
  type Later,
  numbersIn,
  soundValue,
  truthsIn,
} from './argument.ts';
import { asNumber, asText, asTruth } from './convert.ts';
import { readCriterion } from './criterion.ts';
import { keysOf } from '../kinds/shared/every-of.ts';
import { number } from './numbers.ts';
import { raised, type Scalar } from './value.ts';

/** A function: its English name, how many arguments it takes, and what it gives. */
interface SheetFunction {
  english: string;
  takes: readonly [fewest: number, most: number];
  call(given: readonly Later[]): Scalar;
}

const MANY = 30;

const sum = (numbers: readonly number[]) => numbers.reduce(number.add, 0);

function average(numbers: readonly number[]): number {
  if (numbers.length === 0) throw raised('#DIV/0!');
  return number.divide(sum(numbers), numbers.length);
}

function extreme(of: (...numbers: number[]) => number, laters: readonly Later[]): number {
  const numbers = numbersIn(laters);
  return numbers.length === 0 ? 0 : of(...numbers);
}

/** The argument of a rank, from 0; one that was left out is empty. */
const given = (laters: readonly Later[], rank: number): Argument =>
  laters[rank]?.() ?? { value: null };

const flat = (laters: readonly Later[]): Scalar[] =>
  laters.flatMap((later) => {
    const argument = caught(later);
    return 'value' in argument ? [argument.value] : argument.cells;
  });

function choose(laters: readonly Later[]): Scalar {
  const rank = asTruth(soundValue(given(laters, 0))) ? 1 : 2;
  return laters.length > rank ? soundValue(given(laters, rank)) : false;
}

function countIf(laters: readonly Later[]): number {
  const criterion = readCriterion(soundValue(given(laters, 1)));
  return cellsOf(given(laters, 0)).filter(criterion).length;
}

/** Adds the cells beside those that fit; without cells beside, those themselves. */
function sumIf(laters: readonly Later[]): number {
  const looked = cellsOf(given(laters, 0));
  const criterion = readCriterion(soundValue(given(laters, 1)));
  const added = laters.length > 2 ? cellsOf(given(laters, 2)) : looked;
  const chosen = added.filter(
    (_, index) => index < looked.length && criterion(looked[index] ?? null),
  );
  return sum(numbersIn([() => ({ cells: chosen })]));
}

function truths(laters: readonly Later[]): boolean[] {
  const found = truthsIn(laters);
  if (found.length === 0) throw raised('#VALEUR!');
  return found;
}

const joined = (laters: readonly Later[]): string => flat(laters).map(asText).join('');

function product(laters: readonly Later[]): number {
  const numbers = numbersIn(laters);
  return numbers.length === 0 ? 0 : numbers.reduce(number.multiply, 1);
}

const table = {
  SOMME: { english: 'SUM', takes: [1, MANY], call: (laters) => sum(numbersIn(laters)) },
  MOYENNE: { english: 'AVERAGE', takes: [1, MANY], call: (laters) => average(numbersIn(laters)) },
  PRODUIT: { english: 'PRODUCT', takes: [1, MANY], call: product },
  MIN: { english: 'MIN', takes: [1, MANY], call: (laters) => extreme(Math.min, laters) },
  MAX: { english: 'MAX', takes: [1, MANY], call: (laters) => extreme(Math.max, laters) },
  NB: {
    english: 'COUNT',
    takes: [1, MANY],
    call: (laters) => flat(laters).filter((value) => typeof value === 'number').length,
  },
  NBVAL: {
    english: 'COUNTA',
    takes: [1, MANY],
    call: (laters) => flat(laters).filter((value) => value !== null).length,
  },
  'NB.SI': { english: 'COUNTIF', takes: [2, 2], call: countIf },
  'SOMME.SI': { english: 'SUMIF', takes: [2, 3], call: sumIf },
  SI: { english: 'IF', takes: [2, 3], call: choose },
  ET: { english: 'AND', takes: [1, MANY], call: (laters) => truths(laters).every(Boolean) },
  OU: { english: 'OR', takes: [1, MANY], call: (laters) => truths(laters).some(Boolean) },
  NON: { english: 'NOT', takes: [1, 1], call: (laters) => !asTruth(soundValue(given(laters, 0))) },
  ARRONDI: {
    english: 'ROUND',
    takes: [1, 2],
    call: (laters) =>
      number.round(asNumber(soundValue(given(laters, 0))), asNumber(soundValue(given(laters, 1)))),
  },
  ABS: {
    english: 'ABS',
    takes: [1, 1],
    call: (laters) => Math.abs(asNumber(soundValue(given(laters, 0)))),
  },
  CONCAT: { english: 'CONCAT', takes: [1, MANY], call: joined },
  CONCATENER: { english: 'CONCATENATE', takes: [1, MANY], call: joined },
} satisfies Record<string, SheetFunction>;

export type FunctionName = keyof typeof table;

/** The functions by their French names. */
export const functions: Readonly<Record<FunctionName, SheetFunction>> = table;

/** Every function's French name. */
export const functionNames = keysOf(table);

const english = new Map(functionNames.map((name) => [functions[name].english, name]));

const plain = (written: string) => written.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** The function that a French or an English name stands for; `null` where it is none's. */
export function functionNamed(written: string): FunctionName | null {
  const name = plain(written);
  return functionNames.find((known) => known === name) ?? english.get(name) ?? null;
}

/** Whether a function is called by a name that only English has. */
export function isEnglishName(written: string): boolean {
  const name = functionNamed(written);
  return name !== null && name !== plain(written);
}
