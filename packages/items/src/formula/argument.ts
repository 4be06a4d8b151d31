import { isFault, raised, Raised, type Scalar } from './value.ts';
import { asNumber, asTruth } from './convert.ts';

/** What an argument is: one value, or the cells of a reference, row after row. */
export type Argument = { value: Scalar } | { cells: readonly Scalar[] };

/** An argument that is calculated when it is asked for. */
export type Later = () => Argument;

/** One value; a reference to one cell is that cell's. */
export function valueOf(argument: Argument): Scalar {
  if ('value' in argument) return argument.value;
  const [only = null] = argument.cells;
  if (argument.cells.length === 1) return only;
  throw raised('#VALEUR!');
}

/** The value of an argument, an error that it holds raised. */
export function soundValue(argument: Argument): Scalar {
  const value = valueOf(argument);
  if (isFault(value)) throw raised(value);
  return value;
}

/** The cells that an argument must be a reference to. */
export function cellsOf(argument: Argument): readonly Scalar[] {
  if ('cells' in argument) return argument.cells;
  throw raised(isFault(argument.value) ? argument.value : '#VALEUR!');
}

/** An argument, or the error it ends in, as a value. */
export function caught(later: Later): Argument {
  try {
    return later();
  } catch (error) {
    if (error instanceof Raised) return { value: error.fault };
    throw error;
  }
}

/** The numbers in arguments: of cells, those that are numbers; a value written out must be one. */
export const numbersIn = (laters: readonly Later[]): number[] =>
  laters.flatMap((later) => {
    const argument = later();
    if ('value' in argument) return [asNumber(argument.value)];
    return sound(argument.cells).filter((value) => typeof value === 'number');
  });

/** Whether each argument holds; cells that hold texts or nothing do not count. */
export const truthsIn = (laters: readonly Later[]): boolean[] =>
  laters.flatMap((later) => {
    const argument = later();
    if ('value' in argument) return [asTruth(argument.value)];
    return sound(argument.cells)
      .filter((value) => typeof value === 'boolean' || typeof value === 'number')
      .map(asTruth);
  });

function sound(cells: readonly Scalar[]): readonly Scalar[] {
  const fault = cells.find(isFault);
  if (fault) throw raised(fault);
  return cells;
}
