import { tableNames, type TestStore } from '@jalon/store/testing';

/** Every row of every table, by the table's name in code; each row as one text. */
export async function everyRow(test: TestStore): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, inDatabase] of Object.entries(tableNames)) {
    const rows = await test.rows(`select * from ${inDatabase}`);
    found[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

/** The rows that hold one of some ids, by table; tables without any are left out. */
export function rowsWith(
  rows: Record<string, string[]>,
  ...ids: string[]
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(rows)
      .map(([name, of]) => [name, of.filter((row) => ids.some((id) => row.includes(id)))] as const)
      .filter(([, of]) => of.length > 0),
  );
}

/** The rows that hold none of some ids, by table. */
export function rowsWithout(
  rows: Record<string, string[]>,
  ...ids: string[]
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, of]) => [
      name,
      of.filter((row) => !ids.some((id) => row.includes(id))),
    ]),
  );
}
