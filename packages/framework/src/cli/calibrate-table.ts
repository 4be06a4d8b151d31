import { CsvError, parse } from 'csv-parse/sync';
import type { ResponseTable } from '@jalon/measurement';

/** A file of responses: the names of its items, and one row a person. */
export interface ResponseFile {
  names: readonly string[];
  table: ResponseTable;
}

/** What is wrong with a file of responses, for whoever gave it. */
export class ResponseFileMistake extends Error {
  override readonly name = 'ResponseFileMistake';
}

const WEIGHT = 'freq';

/**
 * Reads responses: a heading row that names the items, then one row a person, each cell a whole
 * number of points up to `largestScore` or blank where the item was not given. A column `freq` says
 * how many persons a row stands for. Throws `ResponseFileMistake`, with the line and the column.
 */
export function readResponseFile(text: string, largestScore: number): ResponseFile {
  const [first, ...lines] = linesOf(text);
  if (!first || lines.length === 0) {
    throw new ResponseFileMistake(
      'The file needs a heading row and at least one row of responses.',
    );
  }
  const heading = first.cells;
  if (new Set(heading).size < heading.length || heading.includes('')) {
    throw new ResponseFileMistake('Each column of the heading row needs a name of its own.');
  }
  const weightAt = heading.indexOf(WEIGHT);
  const itemsAt = heading.flatMap((_, column) => (column === weightAt ? [] : [column]));
  const names = itemsAt.map((column) => heading[column] ?? '');
  const rows = lines.map(({ line, cells }) =>
    itemsAt.map((column) => {
      const cell = cells[column] ?? '';
      if (cell === '') return undefined;
      if (/^[0-9]{1,3}$/.test(cell) && Number(cell) <= largestScore) return Number(cell);
      const wanted = largestScore === 1 ? '0 or 1' : `0 to ${largestScore} points`;
      throw mistake(line, heading, column, `"${cell}" is not ${wanted}, nor blank`);
    }),
  );
  const weights = lines.map(({ line, cells }) => {
    const cell = weightAt < 0 ? '1' : (cells[weightAt] ?? '');
    if (/^[0-9]+(\.[0-9]+)?(e\+?[0-9]{1,2})?$/i.test(cell)) return Number(cell);
    throw mistake(line, heading, weightAt, `"${cell}" is not a number of persons`);
  });
  const maxScores = names.map((_, item) =>
    rows.reduce((most, row) => Math.max(most, row[item] ?? 0), 1),
  );
  return { names, table: { rows, maxScores, weights } };
}

/** Each row with the line of the file that it ends on: blank lines and quoted ones count. */
function linesOf(text: string): { line: number; cells: string[] }[] {
  const ends: number[] = [];
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        ends.push(lines);
        return cells;
      },
    });
    return rows.map((cells, i) => ({ line: ends[i] ?? Number.NaN, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ResponseFileMistake(`The file cannot be read as CSV: ${error.message}`, {
      cause: error,
    });
  }
}

function mistake(
  line: number,
  heading: readonly string[],
  column: number,
  why: string,
): ResponseFileMistake {
  const place = `Line ${line}, column ${column + 1} (${heading[column] ?? ''})`;
  return new ResponseFileMistake(`${place}: ${why}.`);
}
