import type { TableSize } from '../packages/store/src/fill/index.ts';

const MEGABYTE = 1e6;

/** A table of sizes to read: rows, bytes a row and megabytes, of each table and index that is used. */
export function sizesText({ total, tables }: { total: number; tables: TableSize[] }): string {
  const lines = tables
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.bytes - a.bytes)
    .flatMap(({ table, rows, bytes, indexes }) => [
      line(table, rows, bytes),
      ...indexes.map((index) => line(`  ${index.name}`, rows, index.bytes)),
    ]);
  return [
    `${'table or index'.padEnd(58)}${'rows'.padStart(12)}${'bytes/row'.padStart(11)}${'MB'.padStart(10)}`,
    ...lines,
    `the whole: ${(total / MEGABYTE).toFixed(0)} MB`,
  ].join('\n');
}

const line = (name: string, rows: number, bytes: number): string =>
  name.padEnd(58) +
  String(rows).padStart(12) +
  (bytes / rows).toFixed(1).padStart(11) +
  (bytes / MEGABYTE).toFixed(1).padStart(10);
