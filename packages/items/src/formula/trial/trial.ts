import {
  copyFormula,
  isFault,
  readAddress,
  readings,
  recalculate,
  sameValue,
  type Scalar,
  type TypedCells,
} from '../index.ts';
import { type Trial, trialTables } from './tables.ts';

export type { Trial } from './tables.ts';

/** What a formula gives on a table: in its own cell first, then in those it is copied to. */
type Given = readonly Scalar[];

/** How a formula does on every table on which the right one gives a result. */
export interface Judgement {
  /** Whether it gives the same as the right one in its own cell, and in those it is copied to. */
  isRight: boolean;
  isRightCopied: boolean;
  /** Whether it does so at least on the table that is shown. */
  isRightHere: boolean;
}

/** What a formula gives in its cell and, once copied, in the others. */
export function results({ cell, copies }: Trial, formula: string, table: TypedCells): Given {
  const at = readAddress(cell);
  const targets = copies.flatMap((name) => {
    const to = readAddress(name);
    return at && to ? [[name, copyFormula(formula, at, to)]] : [];
  });
  const values = recalculate({
    ...table,
    [cell]: formula,
    ...Object.fromEntries<string>(targets.map(([name = '', text = '']) => [name, text])),
  });
  return [cell, ...copies].map((name) => values.get(name) ?? null);
}

/** A table, and what the right formula gives on it. */
interface Expectation {
  table: TypedCells;
  given: Given;
}

/** What was worked out of a trial so far, and the rest to come. */
interface Expected {
  known: Expectation[];
  rest: Iterator<Expectation>;
}

/** A trial never changes, so what is expected of it is kept with it. */
const knownExpected = new WeakMap<Trial, Expected>();

function* workedOut(trial: Trial): Generator<Expectation> {
  for (const table of trialTables(trial)) {
    const given = results(trial, trial.formula, table);
    if (!given.some(isFault)) yield { table, given };
  }
}

/**
 * The tables on which the right formula gives a result everywhere, with what it gives. Each is
 * worked out once, when it is asked for: most wrong formulas are found out by the first ones.
 */
export function* expectedOf(trial: Trial): Generator<Expectation> {
  let expected = knownExpected.get(trial);
  if (!expected) {
    expected = { known: [], rest: workedOut(trial) };
    knownExpected.set(trial, expected);
  }
  for (let rank = 0; ; rank += 1) {
    if (rank === expected.known.length) {
      const next = expected.rest.next();
      if (next.done) return;
      expected.known.push(next.value);
    }
    const one = expected.known[rank];
    if (one) yield one;
  }
}

/** Judges a typed formula by what it gives, whichever way its commas may be read. */
export function judge(trial: Trial, typed: string): Judgement {
  const judgements = readings(typed).map((formula) => judgeReading(trial, formula));
  const [first] = judgements;
  if (!first) throw new RangeError('A formula has no reading.');
  return judgements.find(({ isRight }) => isRight) ?? first;
}

function judgeReading(trial: Trial, formula: string): Judgement {
  const judgement = { isRight: true, isRightCopied: true, isRightHere: false };
  let isFirst = true;
  for (const { table, given } of expectedOf(trial)) {
    const made = results(trial, formula, table);
    const [own = false, ...copied] = given.map((value, index) =>
      sameValue(value, made[index] ?? null),
    );
    if (isFirst) judgement.isRightHere = own;
    isFirst = false;
    judgement.isRight &&= own;
    judgement.isRightCopied &&= copied.every(Boolean);
    const mayStillCopy = judgement.isRightCopied && copied.length > 0;
    if (!judgement.isRight && !mayStillCopy) break;
  }
  return judgement;
}

/** Whether two formulas give the same on every table, in every cell. */
export const meansTheSame = (trial: Trial, one: string, other: string): boolean =>
  [...expectedOf(trial)].every(({ table }) => {
    const others = results(trial, other, table);
    return results(trial, one, table).every((value, index) =>
      sameValue(value, others[index] ?? null),
    );
  });
