import { MeasurementError } from '../core/errors.ts';

/** Scored answers of many persons to the same items: what a calibration starts from. */
export interface ResponseTable {
  /** One row a person: the score on each item, `undefined` where the item was not given. */
  readonly rows: readonly (readonly (number | undefined)[])[];
  /** The points each item is scored out of. */
  readonly maxScores: readonly number[];
  /** How many persons each row stands for; one each where absent. */
  readonly weights?: readonly number[];
}

/** The same answers with equal rows gathered, laid out for sums over patterns. */
export interface Patterns {
  /** Persons of each pattern. */
  readonly weights: Float64Array;
  /** `categories.subarray(starts[p], starts[p + 1])` is what pattern p answered, item by item. */
  readonly starts: Int32Array;
  /** Each answer as one number: the item's first category plus the score. */
  readonly categories: Int32Array;
  /** The first category of each item, and, last, how many categories there are. */
  readonly firstCategory: Int32Array;
}

/** How many persons had each score on each item. Throws `invalid-argument` for a table that is none. */
export function scoreCounts(table: ResponseTable): Float64Array[] {
  checkShape(table);
  const counts = table.maxScores.map((most) => new Float64Array(most + 1));
  table.rows.forEach((row, r) => {
    const weight = weightOf(table, r);
    row.forEach((score, i) => {
      const ofItem = counts[i];
      if (score === undefined || !ofItem) return;
      if (!(Number.isInteger(score) && score >= 0 && score < ofItem.length)) {
        throw new MeasurementError(
          'invalid-argument',
          `Row ${r + 1}, item ${i + 1}: a score must be a whole number from 0 to ${ofItem.length - 1}; got ${score}.`,
        );
      }
      ofItem[score] = (ofItem[score] ?? 0) + weight;
    });
  });
  return counts;
}

/** The answers to the items at `items` alone, in that order, gathered. */
export function gather(table: ResponseTable, items: readonly number[]): Patterns {
  const firstCategory = new Int32Array(items.length + 1);
  items.forEach((item, i) => {
    firstCategory[i + 1] = (firstCategory[i] ?? 0) + (table.maxScores[item] ?? 0) + 1;
  });
  const known = new Map<string, { weight: number; answered: number[] }>();
  table.rows.forEach((row, r) => {
    const weight = weightOf(table, r);
    if (weight === 0) return;
    const answered = items.flatMap((item, i) => {
      const score = row[item];
      return score === undefined ? [] : [(firstCategory[i] ?? 0) + score];
    });
    const key = answered.join();
    const pattern = known.get(key);
    if (pattern) pattern.weight += weight;
    else known.set(key, { weight, answered });
  });
  const patterns = [...known.values()];
  const starts = new Int32Array(patterns.length + 1);
  patterns.forEach(({ answered }, p) => {
    starts[p + 1] = (starts[p] ?? 0) + answered.length;
  });
  return {
    weights: Float64Array.from(patterns, ({ weight }) => weight),
    starts,
    categories: Int32Array.from(patterns.flatMap(({ answered }) => answered)),
    firstCategory,
  };
}

function weightOf(table: ResponseTable, row: number): number {
  return table.weights === undefined ? 1 : (table.weights[row] ?? Number.NaN);
}

function checkShape({ rows, maxScores, weights }: ResponseTable): void {
  const isTable =
    rows.every((row) => row.length === maxScores.length) &&
    maxScores.every((most) => Number.isInteger(most) && most >= 1) &&
    (weights === undefined ||
      (weights.length === rows.length &&
        weights.every((weight) => weight >= 0 && Number.isFinite(weight))));
  if (isTable) return;
  throw new MeasurementError(
    'invalid-argument',
    'Responses need rows of one score an item, items of 1 point or more, and one weight >= 0 a row.',
  );
}
