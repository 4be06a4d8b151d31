import { isFault, readAddress, readFormula, sameValue } from '../../formula/index.ts';
import type { FormulaTask } from './instantiate.ts';
import { expectedOf, results, unused } from './judge.ts';

const LEAST_TABLES = 8;

/** What is wrong with a drawn formula that its schema cannot tell. */
export function problems(task: FormulaTask): string[] {
  const { formula, cell, copies, typed } = task;
  const misplaced = [cell, ...copies].filter((name) => typed[name] !== '');
  if (misplaced.length > 0) {
    return misplaced.map((name) => `${name} must be an empty cell of the table.`);
  }
  const read = readFormula(formula);
  if ('problem' in read) return [`The right formula cannot be read (${read.problem}).`];
  const [fault] = results(task, formula, typed).filter(isFault);
  if (fault) return [`The right formula gives ${fault.fault} on the table that is shown.`];
  const expected = [...expectedOf(task)];
  const [first, ...others] = expected.map(({ given }) => given[0] ?? null);
  const stays = others.every((value) => sameValue(value, first ?? null));
  return [
    ...unused(task, formula).map((name) => `The right formula does not call ${name}.`),
    ...(expected.length < LEAST_TABLES
      ? ['The right formula gives an error on most other tables: it cannot be judged.']
      : []),
    ...(stays ? ['The right formula gives the same on every table: it asks nothing of it.'] : []),
    ...[cell, ...copies]
      .filter((name) => readAddress(name)?.row === 0)
      .map((name) => `${name} is in the first row, which holds the headings.`),
  ];
}
