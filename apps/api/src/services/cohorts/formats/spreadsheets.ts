import { odsStream } from '../../spreadsheets/ods.ts';
import type { Column, LongSheet } from '../../spreadsheets/spreadsheet.ts';
import { xlsxStream } from '../../spreadsheets/xlsx.ts';
import { cellsOf, type ExportColumn, type Line } from './column.ts';

/** What a column of an export says of itself. */
export interface DescribedColumn extends ExportColumn {
  readonly fr: string;
  readonly en: string;
}

const types = { text: 'text', integer: 'whole', number: 'number' } as const;
const widths = { text: 3.4, integer: 2.2, number: 2.6 } as const;

/** Lines as an OpenDocument spreadsheet, with a second sheet that says what its columns mean. */
export const odsFile = (
  columns: readonly DescribedColumn[],
  lines: AsyncIterable<Line>,
  at: Date,
): AsyncGenerator<Uint8Array> => odsStream(sheetsOf(columns, lines), 'fr', at);

/** The same as an Office Open XML workbook. */
export const xlsxFile = (
  columns: readonly DescribedColumn[],
  lines: AsyncIterable<Line>,
  at: Date,
): AsyncGenerator<Uint8Array> => xlsxStream(sheetsOf(columns, lines), at);

function sheetsOf(columns: readonly DescribedColumn[], lines: AsyncIterable<Line>): LongSheet[] {
  return [
    {
      name: 'counts',
      columns: columns.map(({ name, type }): Column => ({
        ...{ heading: name, type: types[type], width: widths[type] },
      })),
      rows: rowsOf(columns, lines),
    },
    {
      name: 'codebook',
      columns: [
        { heading: 'column', type: 'text', width: 3.4 },
        { heading: 'type', type: 'text', width: 2.2 },
        { heading: 'description_fr', type: 'text', width: 16 },
        { heading: 'description_en', type: 'text', width: 16 },
      ],
      rows: meaningsOf(columns),
    },
  ];
}

async function* rowsOf(columns: readonly ExportColumn[], lines: AsyncIterable<Line>) {
  for await (const line of lines) yield cellsOf(columns, line);
}

async function* meaningsOf(columns: readonly DescribedColumn[]) {
  for (const { name, type, fr, en } of columns) yield [name, type, fr, en];
}
