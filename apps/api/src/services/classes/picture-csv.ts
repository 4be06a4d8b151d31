import type { ClassPicture } from '@jalon/types';
import { BYTE_ORDER_MARK, csvLine } from '../cohorts/csv.ts';
import { pictureColumns, pictureRows } from './picture-table.ts';

const DECIMALS = 3;

/** A class picture as CSV, in the columns of `picture-table.ts`. */
export async function* pictureCsv(
  picture: ClassPicture,
  language: 'fr' | 'en',
): AsyncGenerator<string> {
  const columns = pictureColumns(language);
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ heading }) => heading));
  for (const row of pictureRows(picture)) {
    yield csvLine(
      row.map((value, index) =>
        columns[index]?.type === 'probability' && typeof value === 'number'
          ? value.toFixed(DECIMALS)
          : value,
      ),
    );
  }
}
