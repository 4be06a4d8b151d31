import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type Cell, cellsOf, type ExportColumn, type Line } from './column.ts';

/** Held in memory at a time. */
const LINES_A_GROUP = 10_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const physical = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const;

/** Lines as Apache Parquet, a row group at a time; every column may be null. */
export async function* parquetFile(
  columns: readonly ExportColumn[],
  lines: AsyncIterable<Line>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'jalon' });
  let group: Cell[][] = columns.map(() => []);
  const writeGroup = async () => {
    const columnData = columns.map(({ name }, index) => ({ name, data: group[index] ?? [] }));
    group = columns.map(() => []);
    await file.write({ columnData, rowGroupSize: LINES_A_GROUP });
    return taken(writer);
  };
  for await (const line of lines) {
    cellsOf(columns, line).forEach((cell, index) => group[index]?.push(cell));
    if (group[0]?.length === LINES_A_GROUP) yield await writeGroup();
  }
  if (group[0] && group[0].length > 0) yield await writeGroup();
  await file.finish();
  yield taken(writer);
}

const schemaOf = (columns: readonly ExportColumn[]): Schema => [
  { name: 'counts', num_children: columns.length },
  ...columns.map(({ name, type }) => ({
    ...{ name, ...physical[type] },
    repetition_type: 'OPTIONAL' as const,
  })),
];

/** What was written since the last time; the writer goes on from where it is in the file. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
