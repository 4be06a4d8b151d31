/** The value of a setting: on or off, an option's name, a number or a typed text. */
export type Value = boolean | string | number;

/** What has to be so for a setting to show, a fact to be told or a test to end in one way. */
export type Rule =
  | { all: readonly Rule[] }
  | { any: readonly Rule[] }
  | { not: Rule }
  | { setting: string; is: Value }
  | { setting: string; atLeast: number }
  | { setting: string; atMost: number }
  | { done: string };

/** What rules look at. */
export interface Known {
  readonly values: Readonly<Record<string, Value>>;
  /** Actions that were done. */
  readonly done: readonly string[];
}

/** Whether a rule holds. A setting that is not there equals nothing. */
export function isSo(rule: Rule, known: Known): boolean {
  if ('all' in rule) return rule.all.every((one) => isSo(one, known));
  if ('any' in rule) return rule.any.some((one) => isSo(one, known));
  if ('not' in rule) return !isSo(rule.not, known);
  if ('done' in rule) return known.done.includes(rule.done);
  const value = known.values[rule.setting];
  if ('is' in rule) return value === rule.is;
  if (typeof value !== 'number') return false;
  return 'atLeast' in rule ? value >= rule.atLeast : value <= rule.atMost;
}

const LONG_ENOUGH = 12;
const kindsOfSigns = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{L}\d\s]/u];
const MOST_ALIKE = 3;
/** What everybody tries first. */
const COMMON = ['motdepasse', 'password', 'azerty', 'qwerty', 'bonjour', '12345', 'abcdef'];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether a password is hard to guess: twelve signs or more, of three kinds at least or in four
 * words or more; without what everybody tries or
 * knows of its owner, and without four like signs in a row.
 */
export function isStrong(password: string, known: readonly string[]): boolean {
  const kinds = kindsOfSigns.filter((kind) => kind.test(password)).length;
  const words = password.split(/[\s\-_.]+/).filter((word) => word.length > 2).length;
  const told = plain(password);
  return (
    password.length >= LONG_ENOUGH &&
    (kinds >= 3 || words >= 4) &&
    ![...COMMON, ...known].some((fact) => told.includes(plain(fact))) &&
    !new RegExp(`(.)\\1{${String(MOST_ALIKE)}}`, 'u').test(password)
  );
}
