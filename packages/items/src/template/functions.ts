import { clean, typedNumber } from './decimals.ts';
import { addDays, type Day, isoDay, longDate, parseIsoDay, shortDate } from './dates.ts';
import { isList, nameOfType, type Value } from './value.ts';

/** A value that a function cannot take; the evaluator adds where. */
export class ArgumentError extends Error {}

type Function = (values: readonly Value[]) => Value;

const wrong = (expected: string, value: Value | undefined) =>
  new ArgumentError(
    `expects ${expected}, not ${value === undefined ? 'nothing' : nameOfType(value)}`,
  );

function asNumber(value: Value | undefined): number {
  if (typeof value !== 'number') throw wrong('a number', value);
  return value;
}

function asWhole(value: Value | undefined, most: number): number {
  const number = asNumber(value);
  if (!Number.isInteger(number) || Math.abs(number) > most) {
    throw new ArgumentError(`expects a whole number up to ${String(most)}`);
  }
  return number;
}

function asText(value: Value | undefined): string {
  if (typeof value !== 'string') throw wrong('a text', value);
  return value;
}

function asList(value: Value | undefined): readonly Value[] {
  if (value === undefined || !isList(value)) throw wrong('a list', value);
  return value;
}

function asDay(value: Value | undefined): Day {
  const day = parseIsoDay(asText(value));
  if (!day) throw new ArgumentError("expects a date such as '2026-03-14'");
  return day;
}

/** Half goes away from zero, on the decimal that is shown. */
function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return clean((Math.sign(value) * Math.round(clean(Math.abs(value) * scale))) / scale);
}

function laterDay(day: Day, days: number): string {
  const moved = addDays(day, days);
  if (!moved) throw new ArgumentError('leaves the calendar');
  return isoDay(moved);
}

function numbers(values: readonly Value[]): number[] {
  const [first] = values;
  const list = values.length === 1 && first !== undefined && isList(first) ? first : values;
  if (list.length === 0) throw wrong('a number', undefined);
  return list.map(asNumber);
}

const joined = (value: Value) => (typeof value === 'number' ? typedNumber(value) : asText(value));

interface Signature {
  takes: readonly [fewest: number, most: number];
  call: Function;
}

/** The functions an expression may call, with how many values each takes. */
export const functions: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['min', { takes: [1, 20], call: (values) => Math.min(...numbers(values)) }],
  ['max', { takes: [1, 20], call: (values) => Math.max(...numbers(values)) }],
  [
    'round',
    {
      takes: [1, 2],
      call: ([value, decimals]) =>
        round(asNumber(value), decimals === undefined ? 0 : Math.max(0, asWhole(decimals, 10))),
    },
  ],
  ['floor', { takes: [1, 1], call: ([value]) => Math.floor(asNumber(value)) }],
  ['ceil', { takes: [1, 1], call: ([value]) => Math.ceil(asNumber(value)) }],
  ['abs', { takes: [1, 1], call: ([value]) => Math.abs(asNumber(value)) }],
  [
    'length',
    {
      takes: [1, 1],
      call: ([value]) => (typeof value === 'string' ? [...value].length : asList(value).length),
    },
  ],
  ['upper', { takes: [1, 1], call: ([value]) => asText(value).toUpperCase() }],
  ['lower', { takes: [1, 1], call: ([value]) => asText(value).toLowerCase() }],
  ['join', { takes: [2, 2], call: ([list, by]) => asList(list).map(joined).join(asText(by)) }],
  [
    'addDays',
    { takes: [2, 2], call: ([date, days]) => laterDay(asDay(date), asWhole(days, 100_000)) },
  ],
  ['longDate', { takes: [1, 1], call: ([date]) => longDate(asDay(date)) }],
  ['shortDate', { takes: [1, 1], call: ([date]) => shortDate(asDay(date)) }],
]);
