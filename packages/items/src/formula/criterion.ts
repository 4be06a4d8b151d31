import { clean } from '../template/decimals.ts';
import { compareTexts, folded } from './compare.ts';
import { readNumber } from './convert.ts';
import { type Scalar, showValue } from './value.ts';

/** Whether a cell is one of those to count. */
export type Criterion = (value: Scalar) => boolean;

const written = /^(<>|<=|>=|=|<|>)?(.*)$/s;

/** What NB.SI and SOMME.SI ask of cells: `12`, `"oui"`, `">=10"`, `"<>non"`, `"B*"`. */
export function readCriterion(asked: Scalar): Criterion {
  const [, operator = '=', operand = ''] =
    typeof asked === 'string' ? (written.exec(asked) ?? []) : ['', '=', showValue(asked)];
  if (operator === '<>') {
    const same = sameAs(operand);
    return (value) => !same(value);
  }
  return operator === '=' ? sameAs(operand) : ordered(operator, operand);
}

function sameAs(operand: string): Criterion {
  if (operand === '') return (value) => value === null || value === '';
  const number = readNumber(operand);
  if (number !== null) {
    return (value) =>
      typeof value === 'number'
        ? clean(value) === number
        : typeof value === 'string' && readNumber(value) === number;
  }
  const pattern = folded(operand);
  return (value) => value !== null && matches(folded(showValue(value)), pattern);
}

function ordered(operator: string, operand: string): Criterion {
  const number = readNumber(operand);
  return (value) => {
    if (number !== null) {
      return typeof value === 'number' && holds(operator, clean(value) - number);
    }
    return typeof value === 'string' && holds(operator, compareTexts(value, operand));
  };
}

function holds(operator: string, difference: number): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

/** Whether a text fits a pattern in which `*` stands for any letters and `?` for one. */
function matches(text: string, pattern: string): boolean {
  let [at, asked, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[asked] === '*') {
      star = asked;
      asked += 1;
      resume = at;
    } else if (pattern[asked] === '?' || pattern[asked] === text[at]) {
      at += 1;
      asked += 1;
    } else if (star >= 0) {
      // The last star takes one letter more.
      resume += 1;
      at = resume;
      asked = star + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(asked));
}
