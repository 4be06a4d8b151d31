import { isClassName, tidy } from '../fields/names.ts';
import { type CsvRow, Headings } from '../formats/csv.ts';
import type { Read, SchoolAttributes } from './attributes.ts';
import type { DensityGrid } from './density.ts';
import type { TableProblem } from './problems.ts';
import { readTable, UnreadableTable } from './table.ts';
import { readDepartment, readEnrolment, readPriority, readSector, readType } from './values.ts';

/** A school as the directory has it. */
export interface DirectorySchool extends SchoolAttributes {
  uai: string;
  /** The line that says so. */
  line: number;
  /** Code of its département, such as `69`; `''` where it is not said. */
  department: string;
  /** Code of its académie, such as `10`; `''` where it is not said. */
  academy: string;
}

export interface Directory {
  /** Those asked for that are there, by UAI. */
  schools: ReadonlyMap<string, DirectorySchool>;
  problems: TableProblem[];
}

/** Without these a table is no directory. */
const needed = ['Identifiant_de_l_etablissement', 'Type_etablissement', 'Statut_public_prive'];

/** Without these something stays unsaid. */
const wished = [
  'Code_departement',
  'Code_academie',
  'Appartenance_Education_Prioritaire',
  'Nombre_d_eleves',
];

/**
 * Reads of the Annuaire de l'éducation (data.education.gouv.fr, fr-en-annuaire-education, CSV) what
 * it says of some schools, in whatever order its columns are. Other schools are passed over. Throws
 * `UnreadableTable`.
 */
export async function readDirectory(
  chunks: AsyncIterable<Uint8Array>,
  { uais, grid }: { uais: ReadonlySet<string>; grid: DensityGrid | null },
): Promise<Directory> {
  const schools = new Map<string, DirectorySchool>();
  const problems: TableProblem[] = [];
  let read: RowReader | null = null;
  await readTable(chunks, (row) => {
    if (read === null) {
      read = rowReader(new Headings(row.cells), grid, problems);
      return;
    }
    const uai = read.uai(row);
    if (!uais.has(uai)) return;
    const before = schools.get(uai);
    if (before === undefined) schools.set(uai, read.school(row, uai));
    else if (saysOtherwise(before, read.school(row, uai))) {
      problems.push({ code: 'said-twice', line: row.line, uai, column: '', value: '' });
    }
  });
  return { schools, problems };
}

interface RowReader {
  uai: (row: CsvRow) => string;
  school: (row: CsvRow, uai: string) => DirectorySchool;
}

function rowReader(
  headings: Headings,
  grid: DensityGrid | null,
  problems: TableProblem[],
): RowReader {
  const missing = needed.find((column) => !headings.has(column));
  if (missing !== undefined) {
    throw new UnreadableTable(`This is no directory of schools: there is no column ${missing}.`);
  }
  for (const column of grid === null ? wished : [...wished, 'Code_commune']) {
    if (headings.has(column)) continue;
    problems.push({ code: 'missing-column', line: 1, uai: null, column, value: '' });
  }
  const hasPriority = headings.has('Appartenance_Education_Prioritaire');
  const cell = {
    uai: headings.cell('Identifiant_de_l_etablissement'),
    type: headings.cell('Type_etablissement'),
    nature: headings.cell('code_nature'),
    general: headings.cell('Voie_generale'),
    technological: headings.cell('Voie_technologique'),
    vocational: headings.cell('Voie_professionnelle'),
    status: headings.cell('Statut_public_prive'),
    contractCode: headings.cell('Code_type_contrat_prive'),
    contract: headings.cell('Type_contrat_prive'),
    priority: headings.cell('Appartenance_Education_Prioritaire'),
    enrolment: headings.cell('Nombre_d_eleves'),
    commune: headings.cell('Code_commune'),
    department: headings.cell('Code_departement'),
    academy: headings.cell('Code_academie'),
  };
  const districts = {
    primary: districtReader(headings, ['code_circonscription', 'nom_circonscription']),
    other: districtReader(
      headings,
      ['code_bassin_formation', 'libelle_bassin_formation'],
      ['code_zone_animation_pedagogique', 'libelle_zone_animation_pedagogique'],
    ),
  };

  const school = ({ cells, line }: CsvRow, uai: string): DirectorySchool => {
    const known = <T>(value: Read<T>, column: string, told: string): T | null => {
      if (value !== 'unknown') return value;
      problems.push({ code: 'unknown-value', line, uai, column, value: told });
      return null;
    };
    const text = (name: keyof typeof cell) => cell[name](cells);
    const type = known(
      readType({
        type: text('type'),
        nature: text('nature'),
        general: text('general'),
        technological: text('technological'),
        vocational: text('vocational'),
      }),
      'Type_etablissement',
      text('type'),
    );
    const sector = known(
      readSector({
        status: text('status'),
        contractCode: text('contractCode'),
        contract: text('contract'),
      }),
      'Statut_public_prive, Type_contrat_prive',
      [text('status'), text('contract') || text('contractCode')].filter(Boolean).join(', '),
    );
    const priority = hasPriority
      ? known(
          readPriority(text('priority')),
          'Appartenance_Education_Prioritaire',
          text('priority'),
        )
      : null;
    return {
      uai,
      line,
      type,
      sector,
      priority,
      setting: grid?.settingOf(text('commune')) ?? null,
      enrolment: known(readEnrolment(text('enrolment')), 'Nombre_d_eleves', text('enrolment')),
      ...(type === 'primary' ? districts.primary : districts.other)(cells),
      department: readDepartment(text('department')),
      academy: text('academy').padStart(text('academy') === '' ? 0 : 2, '0'),
    };
  };
  return { uai: ({ cells }) => cell.uai(cells).toUpperCase(), school };
}

type District = Pick<SchoolAttributes, 'districtCode' | 'districtName'>;

/** The first district of a row that has a code; its name is its code where none is told. */
function districtReader(
  headings: Headings,
  ...columns: readonly (readonly [code: string, name: string])[]
): (cells: readonly string[]) => District {
  const readers = columns.map(([code, name]) => ({
    code: headings.cell(code),
    name: headings.cell(name),
  }));
  return (cells) => {
    for (const { code, name } of readers) {
      const districtCode = tidy(code(cells)).toUpperCase();
      const districtName = tidy(name(cells));
      if (!/^[0-9A-Z]{1,20}$/.test(districtCode)) continue;
      return {
        districtCode,
        districtName: isClassName(districtName) ? districtName : districtCode,
      };
    }
    return { districtCode: null, districtName: null };
  };
}

const saysOtherwise = (one: DirectorySchool, other: DirectorySchool): boolean =>
  JSON.stringify({ ...one, line: 0 }) !== JSON.stringify({ ...other, line: 0 });
