import { decimal, typedNumber } from './decimals.ts';
import { type BinaryOperator, type Node, parseExpression } from './expression.ts';
import { ArgumentError, functions } from './functions.ts';
import { TemplateError } from './template-error.ts';
import { isList, nameOfType, type Value } from './value.ts';

/** The variables drawn so far. */
export type Scope = ReadonlyMap<string, Value>;

/** An expression read once; throws `TemplateError` where its values do not fit. */
export type Expression = (scope: Scope) => Value;

const LARGEST = 1e15;
const LONGEST = 5000;

/** Reads an expression (throws `TemplateError`) and gives what evaluates it. */
export function compileExpression(source: string): Expression {
  const node = parseExpression(source);
  return (scope) => new Evaluation(source, scope).evaluate(node);
}

class Evaluation {
  readonly #source: string;
  readonly #scope: Scope;

  constructor(source: string, scope: Scope) {
    this.#source = source;
    this.#scope = scope;
  }

  evaluate(node: Node): Value {
    switch (node.type) {
      case 'literal':
        return node.value;
      case 'variable':
        return this.#variable(node.name, node.position);
      case 'field':
        return this.#field(this.evaluate(node.of), node.name, node.position);
      case 'index':
        return this.#element(this.evaluate(node.of), this.evaluate(node.index), node.position);
      case 'call':
        return this.#call(node.name, node.arguments, node.position);
      case 'negative':
        return -this.#number(this.evaluate(node.of), node.position);
      case 'not':
        return !this.#truth(node.of);
      case 'binary':
        return this.#binary(node.operator, node.left, node.right, node.position);
      case 'choose':
        return this.evaluate(this.#truth(node.condition) ? node.yes : node.no);
    }
  }

  #refuse(message: string, position: number): TemplateError {
    return new TemplateError('value', message, this.#source, position);
  }

  #variable(name: string, position: number): Value {
    const value = this.#scope.get(name);
    if (value !== undefined) return value;
    throw new TemplateError('name', `No variable is called “${name}” here`, this.#source, position);
  }

  #field(record: Value, name: string, position: number): Value {
    if (typeof record === 'object' && !isList(record) && Object.hasOwn(record, name)) {
      const value = record[name];
      if (value !== undefined) return value;
    }
    throw new TemplateError('name', `There is no field “${name}”`, this.#source, position);
  }

  #element(list: Value, index: Value, position: number): Value {
    if (!isList(list)) throw this.#refuse(`${nameOfType(list)} has no elements`, position);
    const element = list[this.#number(index, position)];
    if (element !== undefined) return element;
    throw this.#refuse(`the list has no such element (0 to ${String(list.length - 1)})`, position);
  }

  #call(name: string, nodes: readonly Node[], position: number): Value {
    const called = functions.get(name);
    if (!called) {
      throw new TemplateError('name', `No function is called “${name}”`, this.#source, position);
    }
    const [fewest, most] = called.takes;
    if (nodes.length < fewest || nodes.length > most) {
      const count = fewest === most ? String(fewest) : `${String(fewest)} to ${String(most)}`;
      throw this.#refuse(`${name} takes ${count} values`, position);
    }
    const values = nodes.map((node) => this.evaluate(node));
    try {
      return this.#bounded(called.call(values), position);
    } catch (error) {
      if (error instanceof ArgumentError) throw this.#refuse(`${name} ${error.message}`, position);
      throw error;
    }
  }

  #binary(operator: BinaryOperator, left: Node, right: Node, position: number): Value {
    if (operator === 'and') return this.#truth(left) && this.#truth(right);
    if (operator === 'or') return this.#truth(left) || this.#truth(right);
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    switch (operator) {
      case '==':
        return this.#compare(a, b, position) === 0;
      case '!=':
        return this.#compare(a, b, position) !== 0;
      case '<':
        return this.#compare(a, b, position) < 0;
      case '<=':
        return this.#compare(a, b, position) <= 0;
      case '>':
        return this.#compare(a, b, position) > 0;
      case '>=':
        return this.#compare(a, b, position) >= 0;
      case '+':
        return this.#bounded(this.#add(a, b, position), position);
      case '-':
      case '*':
      case '/':
      case '%':
        return this.#bounded(
          calculate(operator, this.#number(a, position), this.#number(b, position)),
          position,
        );
    }
  }

  #add(a: Value, b: Value, position: number): Value {
    if (typeof a === 'number' && typeof b === 'number') return decimal.add(a, b);
    const texts = [a, b].map((value) => (typeof value === 'number' ? typedNumber(value) : value));
    const [first, second] = texts;
    if (typeof first === 'string' && typeof second === 'string') return first + second;
    throw this.#refuse(`+ cannot add ${nameOfType(a)} and ${nameOfType(b)}`, position);
  }

  #compare(a: Value, b: Value, position: number): number {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
    if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
    throw this.#refuse(`${nameOfType(a)} cannot be compared with ${nameOfType(b)}`, position);
  }

  #number(value: Value, position: number): number {
    if (typeof value === 'number') return value;
    throw this.#refuse(`a number is expected, not ${nameOfType(value)}`, position);
  }

  #truth(node: Node): boolean {
    const value = this.evaluate(node);
    if (typeof value === 'boolean') return value;
    throw this.#refuse(`a condition is expected, not ${nameOfType(value)}`, node.position);
  }

  #bounded(value: Value, position: number): Value {
    if (typeof value === 'number' && !(Math.abs(value) <= LARGEST)) {
      throw this.#refuse('the result is not a number one can show', position);
    }
    if (typeof value === 'string' && value.length > LONGEST) {
      throw this.#refuse('the text is too long', position);
    }
    return value;
  }
}

function calculate(operator: '-' | '*' | '/' | '%', a: number, b: number): number {
  switch (operator) {
    case '-':
      return decimal.subtract(a, b);
    case '*':
      return decimal.multiply(a, b);
    case '/':
      return decimal.divide(a, b);
    case '%':
      return decimal.remainder(a, b);
  }
}
