import {
  copyFormula,
  isFault,
  readAddress,
  readFormula,
  readings,
  recalculate,
  sameValue,
  type Scalar,
  type TypedCells,
} from '../../formula/index.ts';
import type { FormulaTask } from './instantiate.ts';
import { testTables } from './test-tables.ts';

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
export function results({ cell, copies }: FormulaTask, formula: string, table: TypedCells): Given {
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

type Expected = readonly { table: TypedCells; given: Given }[];

/** A task never changes, so what is expected of it is kept with it. */
const knownExpected = new WeakMap<FormulaTask, Expected>();

/** The tables on which the right formula gives a result everywhere, with what it gives. */
export function expectedOf(task: FormulaTask): Expected {
  const known = knownExpected.get(task);
  if (known) return known;
  const expected = testTables(task)
    .map((table) => ({ table, given: results(task, task.formula, table) }))
    .filter(({ given }) => !given.some(isFault));
  knownExpected.set(task, expected);
  return expected;
}

/** Judges a typed formula by what it gives, whichever way its commas may be read. */
export function judge(task: FormulaTask, typed: string): Judgement {
  const expected = expectedOf(task);
  const judgements = readings(typed).map((formula) => judgeReading(task, formula, expected));
  const [first] = judgements;
  if (!first) throw new RangeError('A formula has no reading.');
  return judgements.find(({ isRight }) => isRight) ?? first;
}

function judgeReading(task: FormulaTask, formula: string, expected: Expected): Judgement {
  const same = expected.map(({ table, given }) => {
    const own = results(task, formula, table);
    return given.map((value, index) => sameValue(value, own[index] ?? null));
  });
  const [here = []] = same;
  return {
    isRight: same.every(([own]) => own === true),
    isRightCopied: same.every(([, ...copied]) => copied.every(Boolean)),
    isRightHere: here[0] === true,
  };
}

/** The names of functions that a formula must call and does not. */
export function unused({ mustUse }: FormulaTask, typed: string): string[] {
  const read = readFormula(typed);
  return 'problem' in read ? [] : mustUse.filter((name) => !read.calls.includes(name));
}

/** Whether two formulas give the same on every table, in every cell. */
export const meansTheSame = (task: FormulaTask, one: string, other: string): boolean =>
  expectedOf(task).every(({ table }) => {
    const others = results(task, other, table);
    return results(task, one, table).every((value, index) =>
      sameValue(value, others[index] ?? null),
    );
  });
