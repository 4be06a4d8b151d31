/** A column of an export: what its cells are. An empty cell is `null`, in each type. */
export interface ExportColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number';
}

export type Cell = string | number | null;

/** One line of an export, by the names of its columns. */
export type Line<Name extends string = string> = Readonly<Record<Name, Cell>>;

/** The cells of a line in the order of the columns. A line without one of them is a fault of ours. */
export function cellsOf(columns: readonly ExportColumn[], line: Line): Cell[] {
  return columns.map(({ name, type }) => {
    const cell = line[name];
    if (cell === undefined) throw new Error(`A line has no cell for the column ${name}.`);
    if (cell !== null && (typeof cell === 'string') !== (type === 'text')) {
      throw new Error(`The column ${name} has a cell that is not of its type, ${type}.`);
    }
    return cell;
  });
}

/** What a format makes of lines. */
export type WriteLines = (
  columns: readonly ExportColumn[],
  lines: AsyncIterable<Line>,
) => AsyncGenerator<Uint8Array>;
