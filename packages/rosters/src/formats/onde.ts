import { RosterBuilder } from '../builder.ts';
import { readYearGroup } from '../fields/year-groups.ts';
import { problem, UnreadableRoster } from '../problems.ts';
import type { ReadOptions } from '../read-options.ts';
import type { Roster } from '../roster.ts';
import { type CsvRow, Headings, readCsv } from './csv.ts';

const columns = {
  birthName: ['Nom élève', 'Nom de famille élève', 'Nom de naissance élève'],
  usedName: ["Nom d'usage élève"],
  firstName: ['Prénom élève', 'Prénom'],
  birthDate: ['Date naissance', 'Date de naissance'],
  ine: ['INE'],
  yearGroup: ['Niveau'],
  className: ['Libellé classe', 'Classe'],
} as const;

/** Without these nothing can be read. */
const needed = ['birthName', 'firstName', 'birthDate', 'className'] as const;

/** Whether headings are those of ONDE. */
export const isOndeHeading = (headings: Headings): boolean => headings.has(...columns.birthName);

/** Reads the CSV of pupils that ONDE exports. Throws `UnreadableRoster`. */
export function readOnde(text: string, { today }: ReadOptions): Roster {
  const builder = new RosterBuilder({
    format: 'onde',
    today,
    needs: 'birth-date',
    words: {
      birthDate: columns.birthDate[0],
      leftOn: '',
      firstName: columns.firstName[0],
      lastName: columns.birthName[0],
      class: columns.className[0],
    },
  });
  let take: ((row: CsvRow) => void) | null = null;
  readCsv(text, null, (row) => {
    if (take) take(row);
    else take = rowReader(builder, new Headings(row.cells));
  });
  return builder.finish({ schoolYear: null, isComplete: true });
}

function rowReader(builder: RosterBuilder, headings: Headings): (row: CsvRow) => void {
  if (!isOndeHeading(headings)) {
    throw new UnreadableRoster(problem('another-format', 1, { format: 'ONDE' }));
  }
  const missing = needed.find((name) => !headings.has(...columns[name]));
  if (missing !== undefined) {
    throw new UnreadableRoster(problem('missing-column', 1, { column: columns[missing][0] }));
  }
  const cell = {
    birthName: headings.cell(...columns.birthName),
    usedName: headings.cell(...columns.usedName),
    firstName: headings.cell(...columns.firstName),
    birthDate: headings.cell(...columns.birthDate),
    ine: headings.cell(...columns.ine),
    yearGroup: headings.cell(...columns.yearGroup),
    className: headings.cell(...columns.className),
  };
  return ({ cells, line }) =>
    builder.take({
      line,
      firstName: cell.firstName(cells),
      birthName: cell.birthName(cells),
      usedName: cell.usedName(cells),
      birthDate: cell.birthDate(cells),
      ine: cell.ine(cells),
      sourceId: null,
      className: cell.className(cells),
      groups: [],
      yearGroup: readYearGroup(cell.yearGroup(cells)),
      leftOn: '',
    });
}
