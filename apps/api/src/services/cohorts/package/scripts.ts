import { readFile } from 'node:fs/promises';
import type { ExportColumn } from '../formats/column.ts';

/** Words that SPSS keeps for itself. */
const reserved = new Set([
  'all',
  'and',
  'by',
  'eq',
  'ge',
  'gt',
  'le',
  'lt',
  'ne',
  'not',
  'or',
  'to',
  'with',
]);
const spssFormats = { text: 'A200', integer: 'F12.0', number: 'F16.6' } as const;

/** The scripts that make the first table again, by their names in the package. */
export async function scriptsFor(
  columns: readonly ExportColumn[],
  paths: { counts: string; firstTable: string },
): Promise<{ name: string; text: string }[]> {
  const fill: Readonly<Record<string, string>> = {
    counts: paths.counts,
    'first-table': paths.firstTable,
    variables: spssVariables(columns),
  };
  return Promise.all(
    ['first_table.py', 'first_table.R', 'first_table.sps'].map(async (name) => {
      const template = await readFile(new URL(`./scripts/${name}`, import.meta.url), 'utf8');
      const text = template.replace(/\{\{([a-z-]+)\}\}/g, (_, word: string) => fill[word] ?? '');
      return { name: `scripts/${name}`, text };
    }),
  );
}

/** Each column as SPSS declares it; one whose name SPSS keeps for itself is called `by_column`. */
const spssVariables = (columns: readonly ExportColumn[]): string =>
  columns
    .map(({ name, type }) => `${reserved.has(name) ? `${name}_column` : name} ${spssFormats[type]}`)
    .join('\n    ');
