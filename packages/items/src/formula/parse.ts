import { type Commas, usualCommas } from './commas.ts';
import { functionNamed, functions } from './functions.ts';
import type { BinaryOperator, FormulaProblem, Node } from './syntax.ts';
import { readReference, type Token, tokenise } from './tokens.ts';
import { faultCodes } from './value.ts';

/** A formula that was read. */
export interface Formula {
  tree: Node;
  /** The French names of the functions it calls, and unknown names as they were typed. */
  calls: readonly string[];
}

/** The longest formula, in characters, and how deep brackets may stand in one another. */
export const longestFormula = 300;
const DEEPEST = 40;

/** Operators that bind alike, from the loosest; powers are read from the left, as spreadsheets do. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Unreadable extends Error {
  readonly problem: FormulaProblem['problem'];

  constructor(problem: FormulaProblem['problem']) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Reads a typed formula: French and English names, `;` or `,` between arguments, a decimal comma or
 * point; blanks and capitals do not count, and brackets left open at the very end are closed. A
 * comma between two figures is a decimal mark, unless `commas` or an English name says otherwise.
 */
export function readFormula(source: string, commas?: Commas): Formula | FormulaProblem {
  const typed = source.trim();
  if (typed.length > longestFormula) return { problem: 'long' };
  if (!/^[=+\-−–]/.test(typed)) return { problem: 'no-equals' };
  const body = typed.replace(/^=/, '');
  const tokens = tokenise(body, commas ?? usualCommas(body));
  if ('problem' in tokens) return tokens;
  if (tokens.length === 1) return { problem: 'empty' };
  try {
    return new Reading(tokens).formula();
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}

class Reading {
  readonly #tokens: readonly Token[];
  readonly #calls = new Set<string>();
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): Formula {
    const tree = this.#expression();
    if (this.#peek().type !== 'end') {
      throw new Unreadable(this.#peek().text === ')' ? 'bracket' : 'extra');
    }
    return { tree, calls: [...this.#calls] };
  }

  #peek(ahead = 0): Token {
    const token = this.#tokens[this.#next + ahead] ?? this.#tokens.at(-1);
    if (!token) throw new RangeError('A formula has no token.');
    return token;
  }

  #take(text: string): boolean {
    const { type, text: found } = this.#peek();
    if (found !== text || (type !== 'sign' && type !== 'separator')) return false;
    this.#next += 1;
    return true;
  }

  #expression(): Node {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unreadable('deep');
    const node = this.#binary(0);
    this.#depth -= 1;
    return node;
  }

  #binary(level: number): Node {
    const operators = levels[level];
    if (!operators) return this.#signed();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.#take(candidate));
      if (operator === undefined) return left;
      left = { type: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  /** A minus binds closer than a power: -2^2 is 4 in a spreadsheet. */
  #signed(): Node {
    let negative = false;
    for (;;) {
      if (this.#take('-')) negative = !negative;
      else if (!this.#take('+')) break;
    }
    let node = this.#primary();
    while (this.#take('%')) node = { type: 'percent', of: node };
    return negative ? { type: 'negative', of: node } : node;
  }

  #primary(): Node {
    const token = this.#peek();
    if (this.#take('(')) {
      const node = this.#expression();
      this.#close();
      return node;
    }
    if (token.type === 'sign' || token.type === 'separator' || token.type === 'end') {
      throw new Unreadable(token.type === 'end' ? 'unfinished' : 'extra');
    }
    this.#next += 1;
    switch (token.type) {
      case 'number':
        return { type: 'constant', value: Number(token.text.replace(',', '.')) };
      case 'text':
        return { type: 'constant', value: token.text };
      case 'fault':
        return this.#fault(token.text);
      case 'reference':
        return this.#reference(token.text);
      case 'name':
        return this.#take('(') ? this.#call(token.text) : this.#named(token.text);
    }
  }

  /** A bracket left open at the very end is closed, as spreadsheets do. */
  #close(): void {
    if (this.#take(')') || this.#peek().type === 'end') return;
    throw new Unreadable(this.#peek().type === 'separator' ? 'bracket' : 'extra');
  }

  #fault(text: string): Node {
    const code = faultCodes.find((known) => known === text) ?? '#ERREUR!';
    // What is left of an area one of whose corners was copied off the sheet.
    if (this.#take(':')) this.#primary();
    return { type: 'fault', code };
  }

  #reference(text: string): Node {
    const from = readReference(text);
    if (!this.#take(':')) return { type: 'cell', at: from };
    const corner = this.#peek();
    this.#next += 1;
    if (corner.type === 'fault') return this.#fault(corner.text);
    if (corner.type !== 'reference') throw new Unreadable('unfinished');
    return { type: 'area', from, to: readReference(corner.text) };
  }

  #named(name: string): Node {
    const word = name.toUpperCase();
    if (word === 'VRAI' || word === 'TRUE') return { type: 'constant', value: true };
    if (word === 'FAUX' || word === 'FALSE') return { type: 'constant', value: false };
    return { type: 'name', name };
  }

  #call(written: string): Node {
    const given = this.#arguments();
    const constant = this.#named(written);
    if (constant.type === 'constant' && given.length === 0) return constant;
    const name = functionNamed(written);
    this.#calls.add(name ?? written.toUpperCase());
    if (name === null) return { type: 'name', name: written };
    const [fewest, most] = functions[name].takes;
    if (given.length < fewest || given.length > most) throw new Unreadable('arguments');
    return { type: 'call', name, arguments: given };
  }

  #arguments(): Node[] {
    if (this.#take(')')) return [];
    const given: Node[] = [];
    do given.push(this.#argument());
    while (this.#take(';'));
    this.#close();
    return given;
  }

  #argument(): Node {
    const { type, text } = this.#peek();
    const isLeftOut = type === 'separator' || (type === 'sign' && text === ')');
    return isLeftOut ? { type: 'missing' } : this.#expression();
  }
}
