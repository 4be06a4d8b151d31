import type { CohortFormat } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

/** What a format is called, and what it is good for. */
export const formatWords: Readonly<
  Record<CohortFormat, { name: () => string; detail: () => string }>
> = {
  xlsx: { name: m.exports_xlsx, detail: m.exports_xlsx_detail },
  ods: { name: m.exports_ods, detail: m.exports_ods_detail },
  csv: { name: m.exports_csv, detail: m.exports_csv_detail },
  parquet: { name: m.exports_parquet, detail: m.exports_parquet_detail },
  package: { name: m.exports_package, detail: m.exports_package_detail },
};

const places: Readonly<Record<string, (of: { code: string }) => string>> = {
  country: m.exports_place_country,
  academy: m.exports_place_academy,
  department: m.exports_place_department,
  district: m.exports_place_district,
  school: m.exports_place_school,
};

/** A place by its kind and code, such as `département 69`. */
export function placeWords(within: string): string {
  const [kind = '', code = ''] = within.split(':');
  return places[kind]?.({ code }) ?? within;
}

/** A file's size, such as `1,2 Mo`. */
export function sizeWords(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, maximumSignificantDigits: 2 },
  }).format(Math.max(value, 0.1));
}
