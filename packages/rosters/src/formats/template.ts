import { RosterBuilder } from '../builder.ts';
import { readYearGroup } from '../fields/year-groups.ts';
import { problem, UnreadableRoster } from '../problems.ts';
import type { ReadOptions } from '../read-options.ts';
import type { Roster } from '../roster.ts';
import { type CsvRow, Headings, readCsv } from './csv.ts';

/** The columns of our own CSV file, in the order of the file that is handed out. */
export const templateColumns = [
  ...['Nom', 'Prénom', 'Date de naissance', 'Classe', 'Niveau', 'Groupes', 'INE', 'Identifiant'],
] as const;

/** Without these nothing can be read. */
const needed = ['Nom', 'Prénom', 'Classe'] as const;

/** What parts the names of groups within their cell. */
const BETWEEN_GROUPS = /[,|/]/;

/** The file that is handed out to be filled in: headings, with a mark that spreadsheets know. */
export const templateFile = `\uFEFF${templateColumns.join(';')}\r\n`;

/** Reads our own CSV file. Throws `UnreadableRoster`. */
export function readTemplate(text: string, { today }: ReadOptions): Roster {
  const builder = new RosterBuilder({
    format: 'template',
    today,
    needs: 'any-identity',
    words: {
      birthDate: 'Date de naissance',
      leftOn: '',
      firstName: 'Prénom',
      lastName: 'Nom',
      class: 'Classe',
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
  const missing = needed.find((name) => !headings.has(name));
  if (missing !== undefined) {
    throw new UnreadableRoster(problem('missing-column', 1, { column: missing }));
  }
  const lastName = headings.cell('Nom');
  const firstName = headings.cell('Prénom');
  const birthDate = headings.cell('Date de naissance', 'Date naissance');
  const className = headings.cell('Classe');
  const yearGroup = headings.cell('Niveau');
  const groups = headings.cell('Groupes', 'Groupe');
  const ine = headings.cell('INE');
  const id = headings.cell('Identifiant');
  return ({ cells, line }) =>
    builder.take({
      line,
      firstName: firstName(cells),
      birthName: lastName(cells),
      usedName: '',
      birthDate: birthDate(cells),
      ine: ine(cells),
      sourceId: id(cells),
      className: className(cells),
      groups: groups(cells).split(BETWEEN_GROUPS),
      yearGroup: readYearGroup(yearGroup(cells)),
      leftOn: '',
    });
}
