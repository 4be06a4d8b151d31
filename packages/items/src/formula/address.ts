/** The cells of a sheet: as many as a pupil can look over, and a recalculation takes no time. */
export const sheetSize = { rows: 50, columns: 20 } as const;

/** The place of a cell, both counted from 0. */
export interface Address {
  row: number;
  column: number;
}

/** `A` for 0, `T` for 19, `AA` for 26. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** `B2` for row 1, column 1. */
export const addressName = ({ row, column }: Address): string =>
  columnName(column) + String(row + 1);

/** The column of a name in capitals or small letters. */
export const columnOf = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Whether a sheet has this cell. */
export const isOnSheet = ({ row, column }: Address): boolean =>
  row >= 0 && row < sheetSize.rows && column >= 0 && column < sheetSize.columns;

const written = /^([a-z]{1,3})0*([1-9]\d{0,4})$/i;

/** Every cell by its name as it is written most: sheets are read cell by cell, many times a second. */
const byName = new Map<string, Address>();
for (let row = 0; row < sheetSize.rows; row += 1) {
  for (let column = 0; column < sheetSize.columns; column += 1) {
    byName.set(addressName({ row, column }), Object.freeze({ row, column }));
  }
}

/** The cell a text names (`B2`, `b2`); `null` where it names none of the sheet. */
export function readAddress(text: string): Readonly<Address> | null {
  return byName.get(text) ?? readWritten(text);
}

function readWritten(text: string): Address | null {
  const [, letters, digits] = written.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const address = { row: Number(digits) - 1, column: columnOf(letters) };
  return isOnSheet(address) ? address : null;
}

/** A rectangle of cells, corners included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The rectangle between two cells, whichever corners they are. */
export const areaBetween = (a: Address, b: Address): Area => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

/** The cells of a rectangle, row after row. */
export function addressesIn({ top, left, bottom, right }: Area): Address[] {
  const width = right - left + 1;
  return Array.from({ length: width * (bottom - top + 1) }, (_, index) => ({
    row: top + Math.floor(index / width),
    column: left + (index % width),
  }));
}
