import { readFormula } from '../../formula/index.ts';
import type { FormulaTask } from './instantiate.ts';

export {
  expectedOf,
  judge,
  type Judgement,
  meansTheSame,
  results,
} from '../../formula/trial/trial.ts';

/** The names of functions that a formula must call and does not. */
export function unused({ mustUse }: FormulaTask, typed: string): string[] {
  const read = readFormula(typed);
  return 'problem' in read ? [] : mustUse.filter((name) => !read.calls.includes(name));
}
