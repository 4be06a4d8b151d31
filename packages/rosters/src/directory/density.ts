import { Headings } from '../formats/csv.ts';
import type { SchoolSetting } from './attributes.ts';
import type { TableProblem } from './problems.ts';
import { readTable, UnreadableTable } from './table.ts';
import { readSetting } from './values.ts';

/** INSEE's tables begin with a title or two. */
const LINES_OF_TITLE = 10;

/** How densely peopled each commune is, by its code. */
export interface DensityGrid {
  settingOf: (commune: string) => SchoolSetting | null;
  problems: TableProblem[];
}

/**
 * Reads INSEE's grid of density, a sheet saved as CSV: a column `CODGEO` and one `LIBDENS`. Throws
 * `UnreadableTable` where they are not there.
 */
export async function readDensity(chunks: AsyncIterable<Uint8Array>): Promise<DensityGrid> {
  const byCommune = new Map<string, SchoolSetting>();
  const problems: TableProblem[] = [];
  let columns: { code: Cell; label: Cell } | null = null;
  let rows = 0;
  await readTable(chunks, ({ cells, line }) => {
    rows += 1;
    if (columns === null) {
      const headings = new Headings(cells);
      if (headings.has('CODGEO') && headings.has('LIBDENS')) {
        columns = { code: headings.cell('CODGEO'), label: headings.cell('LIBDENS') };
      } else if (rows > LINES_OF_TITLE) throw new UnreadableTable(noGrid);
      return;
    }
    const label = columns.label(cells);
    const setting = readSetting(label);
    if (setting === 'unknown') {
      problems.push({ code: 'unknown-value', line, uai: null, column: 'LIBDENS', value: label });
    } else if (setting !== null) byCommune.set(columns.code(cells), setting);
  });
  if (columns === null) throw new UnreadableTable(noGrid);
  return {
    settingOf: (commune) => byCommune.get(commune) ?? byCommune.get(cityOf(commune)) ?? null,
    problems,
  };
}

type Cell = (cells: readonly string[]) => string;

const noGrid = 'The grid of density has no columns CODGEO and LIBDENS.';

/** The city that a municipal arrondissement is part of: the grid may have one and not the other. */
function cityOf(commune: string): string {
  if (/^751\d\d$/.test(commune)) return '75056';
  if (/^6938\d$/.test(commune)) return '69123';
  return /^132\d\d$/.test(commune) ? '13055' : commune;
}
