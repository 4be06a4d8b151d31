import type { Address } from './address.ts';
import type { FunctionName } from './functions.ts';
import type { FaultCode } from './value.ts';

export type BinaryOperator =
  '^' | '*' | '/' | '+' | '-' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A formula once it is read. */
export type Node =
  | { type: 'constant'; value: number | string | boolean }
  | { type: 'fault'; code: FaultCode }
  /** An argument that was left out: `SI(A1;;3)`. */
  | { type: 'missing' }
  | { type: 'cell'; at: Address }
  | { type: 'area'; from: Address; to: Address }
  /** A name that is no function's: spreadsheets know named cells, this one does not. */
  | { type: 'name'; name: string }
  | { type: 'call'; name: FunctionName; arguments: readonly Node[] }
  | { type: 'negative'; of: Node }
  | { type: 'percent'; of: Node }
  | { type: 'binary'; operator: BinaryOperator; left: Node; right: Node };

/** The formulas that a formula is made of. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'call':
      return node.arguments;
    case 'negative':
    case 'percent':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    case 'constant':
    case 'fault':
    case 'missing':
    case 'cell':
    case 'area':
    case 'name':
      return [];
  }
}

/** What a formula has written out: numbers, texts, yes and no. */
export const constantsIn = (node: Node): (number | string | boolean)[] =>
  node.type === 'constant' ? [node.value] : partsOf(node).flatMap(constantsIn);

/**
 * Why a text cannot be read as a formula: it does not begin with `=`, nothing follows, a sign that
 * no formula has, a text without its closing quotation mark, a bracket that opens or closes nothing,
 * an end that comes too early, something that stands where nothing may, too few or too many
 * arguments, or more than a formula may hold.
 */
export interface FormulaProblem {
  problem:
    | 'no-equals'
    | 'empty'
    | 'sign'
    | 'quote'
    | 'bracket'
    | 'unfinished'
    | 'extra'
    | 'arguments'
    | 'long'
    | 'deep';
}
