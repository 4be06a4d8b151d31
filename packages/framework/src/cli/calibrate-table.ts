import { parse } from 'csv-parse/sync';
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
 * number of points (0 and 1 where an item is right or wrong) or blank where the item was not given.
 * A column `freq` says how many persons a row stands for. Throws `ResponseFileMistake`, with the
 * line and the column.
 */
export function readResponseFile(text: string): ResponseFile {
  const [heading, ...lines] = cells(text);
  if (!heading || lines.length === 0) {
    throw new ResponseFileMistake(
      'The file needs a heading row and at least one row of responses.',
    );
  }
  const weightAt = heading.indexOf(WEIGHT);
  const itemsAt = heading.flatMap((_, column) => (column === weightAt ? [] : [column]));
  const names = itemsAt.map((column) => heading[column] ?? '');
  if (new Set(names).size < names.length || names.includes('')) {
    throw new ResponseFileMistake('Each column of the heading row needs a name of its own.');
  }
  const rows = lines.map((line, at) =>
    itemsAt.map((column) => {
      const cell = line[column]?.trim() ?? '';
      if (cell === '') return undefined;
      if (/^[0-9]{1,3}$/.test(cell)) return Number(cell);
      throw mistake(at, heading[column], `${cell} is not a whole number of points`);
    }),
  );
  const weights = lines.map((line, at) => {
    const cell = weightAt < 0 ? '1' : (line[weightAt] ?? '').trim();
    if (/^[0-9]+(\.[0-9]+)?$/.test(cell)) return Number(cell);
    throw mistake(at, WEIGHT, `"${cell}" is not a number of persons`);
  });
  const maxScores = names.map((_, item) => Math.max(1, ...rows.map((row) => row[item] ?? 0)));
  return { names, table: { rows, maxScores, weights } };
}

function cells(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ResponseFileMistake(`The file cannot be read as CSV: ${why}`, { cause: error });
  }
}

/** Rows count from the heading, which is line 1. */
const mistake = (row: number, column: string | undefined, why: string): ResponseFileMistake =>
  new ResponseFileMistake(`Line ${row + 2}, column ${column ?? '?'}: ${why}.`);
