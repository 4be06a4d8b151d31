/**
 * Spreadsheet formulas, as French schools write them: reading, calculating, copying. Pure and total:
 * any text may be given, nothing is thrown. The same in the scorer and in the browser, which has it as
 * `@jalon/items/formula`.
 *
 * - `recalculate({ A1: '2', A2: '=A1*3' })` gives what every cell holds; `showValue` how it shows.
 * - `readFormula('=SOMME(B2:B4)')` gives the formula, or why it cannot be read (`'problem' in …`).
 * - `copyFormula('=A1*$B$1', from, to)` gives the text after a copy.
 */
export {
  type Address,
  addressesIn,
  addressName,
  type Area,
  areaBetween,
  columnName,
  readAddress,
  sheetSize,
} from './address.ts';
export { type Content, readContent } from './content.ts';
export { copyFormula } from './copy.ts';
export { type FunctionName, functionNamed, functionNames } from './functions.ts';
export { type Formula, longestFormula, readFormula } from './parse.ts';
export { readings } from './readings.ts';
export { recalculate, type SheetValues, type TypedCells } from './sheet.ts';
export { constantsIn, type FormulaProblem } from './syntax.ts';
export { type Fault, type FaultCode, isFault, sameValue, type Scalar, showValue } from './value.ts';
