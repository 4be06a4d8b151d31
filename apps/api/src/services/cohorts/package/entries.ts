import { createHash } from 'node:crypto';
import type { ZipEntry } from '../../spreadsheets/zip-stream.ts';
import { zipStream } from '../../spreadsheets/zip-stream.ts';
import { plainCsvFile } from '../formats/csv.ts';
import { parquetFile } from '../formats/parquet.ts';
import type { DescribedColumn } from '../formats/spreadsheets.ts';
import type { ExportLine } from '../export.ts';
import type { PackageAbout } from './about.ts';
import { descriptorJson, type Resource, type Written } from './descriptor.ts';
import { FirstTable, firstTableColumns } from './first-table.ts';
import { codebookPage, readmePage } from './pages.ts';
import { scriptsFor } from './scripts.ts';

/** What a package is made of. */
export interface PackageSource {
  about: PackageAbout;
  columns: readonly DescribedColumn[];
  /** The lines from the first on, each time it is called: they are read twice. */
  lines: () => AsyncIterable<ExportLine>;
}

const paths = { counts: 'data/counts.csv', parquet: 'data/counts.parquet' } as const;
const firstTablePath = 'first-table.csv';

/** The package as a zip, as it is made. The same lines and moment give the same bytes. */
export const packageZip = (source: PackageSource): AsyncGenerator<Uint8Array> =>
  zipStream(packageEntries(source), source.about.asOf);

/**
 * The files of a package, in the order they are made: those of data first, since what describes them
 * holds their digests. Each is to be read before the next is asked for.
 */
export async function* packageEntries({
  about,
  columns,
  lines,
}: PackageSource): AsyncGenerator<Extract<ZipEntry, { chunks: unknown }>> {
  const table = new FirstTable();
  const written = new Map<string, Written>();
  const measured = (path: string, chunks: AsyncIterable<Uint8Array>) => ({
    name: path,
    chunks: measure(chunks, (found) => written.set(path, { path, ...found })),
  });
  const seen = watched(lines(), (line) => table.add(line));
  yield measured(paths.counts, plainCsvFile(columns, seen));
  yield measured(paths.parquet, parquetFile(columns, lines()));
  yield measured(firstTablePath, plainCsvFile(firstTableColumns, each(table.lines)));
  const resource = (path: string, rest: Omit<Resource, keyof Written>): Resource => {
    const found = written.get(path);
    if (!found) throw new Error(`${path} was not read before its description was asked for.`);
    return { ...found, ...rest };
  };
  const resources = [
    resource(paths.counts, { ...words.counts, name: 'counts', columns }),
    resource(paths.parquet, { ...words.counts, name: 'counts-parquet', columns }),
    resource(firstTablePath, {
      ...words.firstTable,
      ...{ name: 'first-table', columns: firstTableColumns },
    }),
  ];
  yield { name: 'datapackage.json', chunks: [descriptorJson(about, resources)] };
  yield { name: 'codebook.fr.md', chunks: [codebookPage(columns, about, 'fr')] };
  yield { name: 'codebook.en.md', chunks: [codebookPage(columns, about, 'en')] };
  yield { name: 'README.md', chunks: [readmePage(about)] };
  const scripts = await scriptsFor(columns, { counts: paths.counts, firstTable: firstTablePath });
  for (const { name, text } of scripts) yield { name, chunks: [text] };
}

const words = {
  counts: {
    title: 'Effectifs / Counts',
    description:
      'Une ligne par groupe, niveau de classe, compétence et niveau, totaux compris. / One line a group, year group, competence and level, totals included.',
  },
  firstTable: {
    title: 'Premier tableau / First table',
    description:
      'Les niveaux de la première compétence par groupe, que les scripts refont. / The levels of the first competence by group, which the scripts make again.',
  },
} as const;

async function* watched<T>(lines: AsyncIterable<T>, see: (line: T) => void): AsyncGenerator<T> {
  for await (const line of lines) {
    see(line);
    yield line;
  }
}

async function* each<T>(lines: readonly T[]): AsyncGenerator<T> {
  yield* lines;
}

async function* measure(
  chunks: AsyncIterable<Uint8Array>,
  tell: (found: { bytes: number; sha256: string }) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  tell({ bytes, sha256: hash.digest('hex') });
}
