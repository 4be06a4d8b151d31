import { problem, UnreadableRoster } from '../problems.ts';
import { Headings, readCsv } from './csv.ts';

/** Files of a OneRoster archive that are read. */
export const oneRosterFiles = [
  ...(['manifest.csv', 'orgs.csv', 'academicSessions.csv', 'classes.csv', 'users.csv'] as const),
  ...(['roles.csv', 'enrollments.csv', 'demographics.csv'] as const),
] as const;
export type OneRosterFile = (typeof oneRosterFiles)[number];

/** Without these there is no roster. */
const needed: readonly OneRosterFile[] = [
  'orgs.csv',
  'classes.csv',
  'users.csv',
  'enrollments.csv',
];

/** A column that only this file has: by it, one in another's place is known. */
const ownColumn: Readonly<Partial<Record<OneRosterFile, string>>> = {
  'academicSessions.csv': 'schoolYear',
  'classes.csv': 'classType',
  'users.csv': 'givenName',
  'enrollments.csv': 'classSourcedId',
  'demographics.csv': 'birthDate',
};

/** A row, by the names of its columns. */
export interface OneRosterRow {
  line: number;
  /** The cell of a column; `''` where there is no such column. */
  get(column: string): string;
}

/** Goes through the files of an archive. */
export class TableReader {
  readonly #texts: ReadonlyMap<OneRosterFile, string>;

  constructor(texts: ReadonlyMap<OneRosterFile, string>) {
    this.#texts = texts;
    const missing = needed.find((name) => !texts.has(name));
    if (missing !== undefined) {
      throw new UnreadableRoster(problem('missing-file', 1, { name: missing }));
    }
  }

  has(file: OneRosterFile): boolean {
    return this.#texts.has(file);
  }

  /** Calls `onRow` for each row of a file, if it is there. Throws `UnreadableRoster`. */
  each(file: OneRosterFile, columns: readonly string[], onRow: (row: OneRosterRow) => void): void {
    const text = this.#texts.get(file);
    if (text === undefined) return;
    let cellOf: Map<string, (cells: readonly string[]) => string> | null = null;
    let headings: Headings | null = null;
    readCsv(text, file, ({ cells, line }) => {
      if (headings === null) {
        headings = new Headings(cells);
        cellOf = new Map();
        checkHeadings(headings, file, columns);
        return;
      }
      const known = headings;
      onRow({
        line,
        get(column) {
          const cell = cellOf?.get(column) ?? known.cell(column);
          cellOf?.set(column, cell);
          return cell(cells);
        },
      });
    });
  }
}

function checkHeadings(headings: Headings, file: OneRosterFile, columns: readonly string[]): void {
  const missing = columns.find((column) => !headings.has(column));
  if (missing === undefined) return;
  const isAnothers = Object.entries(ownColumn).some(
    ([other, column]) => other !== file && headings.has(column),
  );
  throw new UnreadableRoster(
    isAnothers || !headings.has('sourcedId')
      ? problem('wrong-heading', 1, { expected: file }, file)
      : problem('missing-column', 1, { column: missing }, file),
  );
}
