import { type Address, addressesIn, areaBetween, isOnSheet } from './address.ts';
import { type Argument, type Later, soundValue } from './argument.ts';
import { compare } from './compare.ts';
import { asNumber, asText } from './convert.ts';
import { type FunctionName, functions } from './functions.ts';
import { number } from './numbers.ts';
import type { BinaryOperator, Node } from './syntax.ts';
import { raised, Raised, type Scalar } from './value.ts';

/** What the cells of a sheet hold. */
export type Cells = (address: Address) => Scalar;

const LONGEST_TEXT = 2000;

/** What a formula gives among these cells: an empty cell counts as nought, as spreadsheets have it. */
export function evaluate(tree: Node, cells: Cells): Exclude<Scalar, null> {
  try {
    return bounded(soundValue(argument(tree, cells)) ?? 0);
  } catch (error) {
    if (error instanceof Raised) return error.fault;
    throw error;
  }
}

function bounded<Value extends Scalar>(value: Value): Value {
  if (typeof value === 'number' && !Number.isFinite(value)) throw raised('#NOMBRE!');
  if (typeof value === 'string' && value.length > LONGEST_TEXT) throw raised('#VALEUR!');
  return value;
}

/** What a part of a formula is to the function or the operator that takes it. */
function argument(node: Node, cells: Cells): Argument {
  switch (node.type) {
    case 'constant':
      return { value: node.value };
    case 'missing':
      return { value: null };
    case 'fault':
      throw raised(node.code);
    case 'name':
      throw raised('#NOM?');
    case 'cell':
      return { cells: held([node.at], cells) };
    case 'area':
      return { cells: held(addressesIn(onSheet(node.from, node.to)), cells) };
    case 'call':
      return { value: call(node.name, node.arguments, cells) };
    case 'negative':
      return { value: -asNumber(operand(node.of, cells)) + 0 };
    case 'percent':
      return { value: number.divide(asNumber(operand(node.of, cells)), 100) };
    case 'binary':
      return {
        value: bounded(
          calculate(node.operator, operand(node.left, cells), operand(node.right, cells)),
        ),
      };
  }
}

const operand = (node: Node, cells: Cells): Scalar => soundValue(argument(node, cells));

function onSheet(from: Address, to: Address) {
  if (!isOnSheet(from) || !isOnSheet(to)) throw raised('#REF!');
  return areaBetween(from, to);
}

function held(addresses: readonly Address[], cells: Cells): Scalar[] {
  if (!addresses.every(isOnSheet)) throw raised('#REF!');
  return addresses.map(cells);
}

function call(name: FunctionName, given: readonly Node[], cells: Cells): Scalar {
  const laters = given.map(
    (node): Later =>
      () =>
        argument(node, cells),
  );
  return bounded(functions[name].call(laters));
}

function calculate(operator: BinaryOperator, a: Scalar, b: Scalar): Scalar {
  switch (operator) {
    case '&':
      return asText(a) + asText(b);
    case '=':
      return compare(a, b) === 0;
    case '<>':
      return compare(a, b) !== 0;
    case '<':
      return compare(a, b) < 0;
    case '<=':
      return compare(a, b) <= 0;
    case '>':
      return compare(a, b) > 0;
    case '>=':
      return compare(a, b) >= 0;
    default:
      return arithmetic(operator, asNumber(a), asNumber(b));
  }
}

function arithmetic(operator: '^' | '*' | '/' | '+' | '-', a: number, b: number): number {
  switch (operator) {
    case '+':
      return number.add(a, b);
    case '-':
      return number.subtract(a, b);
    case '*':
      return number.multiply(a, b);
    case '/':
      if (b === 0) throw raised('#DIV/0!');
      return number.divide(a, b);
    case '^':
      if (a === 0 && b < 0) throw raised('#DIV/0!');
      return number.power(a, b);
  }
}
