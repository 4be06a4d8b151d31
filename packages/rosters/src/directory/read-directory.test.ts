import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutatedFrom } from '../testing/mutated-files.ts';
import { readDensity } from './density.ts';
import { describeTableProblem } from './problems.ts';
import { readDirectory } from './read-directory.ts';
import { UnreadableTable } from './table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file, in pieces of so many bytes. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const headings = [
  ...['Identifiant_de_l_etablissement', 'Nom_etablissement', 'Type_etablissement'],
  ...['Statut_public_prive', 'Code_commune', 'Code_departement', 'Code_academie'],
  ...['Voie_generale', 'Voie_technologique', 'Voie_professionnelle'],
  ...['Appartenance_Education_Prioritaire', 'Nombre_d_eleves', 'Type_contrat_prive'],
  ...['nom_circonscription', 'code_nature', 'Code_type_contrat_prive', 'code_circonscription'],
  ...['code_bassin_formation', 'libelle_bassin_formation'],
] as const;
type Cells = Partial<Record<(typeof headings)[number], string>>;

const college: Cells = {
  Identifiant_de_l_etablissement: '0690001A',
  Nom_etablissement: 'Collège "Un"; annexe',
  Type_etablissement: 'Collège',
  Statut_public_prive: 'Public',
  Code_commune: '69381',
  Code_departement: '069',
  Code_academie: '10',
  Appartenance_Education_Prioritaire: 'REP+',
  Nombre_d_eleves: '512',
  Type_contrat_prive: 'SANS OBJET',
  code_nature: '340',
  Code_type_contrat_prive: '99',
  code_bassin_formation: '10203',
  libelle_bassin_formation: 'LYON CENTRE',
};

const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const fileOf = (rows: readonly Cells[], columns: readonly (keyof Cells)[] = headings): string =>
  [columns, ...rows.map((row) => columns.map((column) => quoted(row[column] ?? '')))]
    .map((cells) => cells.join(';'))
    .join('\r\n');

const uais = new Set(['0690001A', '0690002B']);
const read = (text: string, grid: Awaited<ReturnType<typeof readDensity>> | null = null) =>
  readDirectory(pieces(utf8(text)), { uais, grid });
const one = async (over: Cells) => {
  const { schools, problems } = await read(fileOf([{ ...college, ...over }]));
  return { school: schools.get('0690001A'), problems };
};

describe('the directory of schools', () => {
  it('says what a school is', async () => {
    const { school, problems } = await one({});
    expect(problems).toEqual([]);
    expect(school).toEqual({
      ...{ uai: '0690001A', line: 2, type: 'college', sector: 'public', priority: 'rep-plus' },
      ...{ setting: null, enrolment: 512, districtCode: '10203', districtName: 'LYON CENTRE' },
      ...{ department: '69', academy: '10' },
    });
  });

  it('is read in any order of its columns, with a mark, under either kind of heading', async () => {
    const reversed = fileOf([college], [...headings].reverse());
    const lower = fileOf([college]).replace(/^.*?\r\n/, (line) => line.toLowerCase());
    const plain = await read(fileOf([college]));
    for (const text of [`\uFEFF${reversed}`, lower, fileOf([college]).replaceAll('\r\n', '\n')]) {
      expect(await read(text)).toEqual(plain);
    }
  });

  it('takes the schools that were asked for, and no other', async () => {
    const other = {
      ...college,
      Identifiant_de_l_etablissement: '0380009Z',
      Type_etablissement: '?',
    };
    const { schools, problems } = await read(fileOf([other, college]));
    expect([...schools.keys()]).toEqual(['0690001A']);
    expect(schools.get('0690001A')?.line).toBe(3);
    expect(problems).toEqual([]);
  });

  it.each([
    [{ Type_etablissement: 'Ecole' }, 'primary'],
    [{ Type_etablissement: 'Lycée', code_nature: '306' }, 'lycee'],
    [{ Type_etablissement: 'Lycée', code_nature: '320' }, 'lycee-pro'],
    [{ Type_etablissement: 'Lycée', code_nature: '', Voie_professionnelle: '1' }, 'lycee-pro'],
    [
      {
        Type_etablissement: 'Lycée',
        code_nature: '',
        Voie_professionnelle: '1',
        Voie_generale: '1',
      },
      'lycee',
    ],
    [{ Type_etablissement: 'EREA' }, 'other'],
    [{ Type_etablissement: '' }, null],
  ] satisfies [Cells, string | null][])('tells the type of %j: %s', async (over, type) => {
    expect((await one(over)).school?.type).toBe(type);
  });

  it.each([
    ['10', 'HORS CONTRAT', 'private'],
    ['30', 'CONTRAT D’ASSOCIATION TOUTES CLASSES', 'private-contract'],
    ['', 'CONTRAT ASSOCIATION PARTIE DES CLASSES', 'private-contract'],
    ['', 'C0NTRAT SIMPLE POUR PARTIE DES CLASSES', 'private-contract'],
    ['', 'HORS CONTRAT', 'private'],
    ['', '', null],
  ])(
    'tells the sector of a private school with contract %j %j: %s',
    async (code, label, sector) => {
      const { school, problems } = await one({
        ...{
          Statut_public_prive: 'Privé',
          Code_type_contrat_prive: code,
          Type_contrat_prive: label,
        },
      });
      expect(school?.sector).toBe(sector);
      expect(problems).toEqual([]);
    },
  );

  it('gives a primary school its circonscription, where it has a code', async () => {
    const primary = {
      ...{ Type_etablissement: 'Ecole', nom_circonscription: 'Circonscription de Lyon 1' },
    };
    expect((await one({ ...primary, code_circonscription: '0691234x' })).school).toMatchObject({
      ...{ districtCode: '0691234X', districtName: 'Circonscription de Lyon 1' },
    });
    expect((await one(primary)).school).toMatchObject({ districtCode: null, districtName: null });
  });

  it('says which value of which line it does not know, and leaves that unsaid', async () => {
    const { school, problems } = await one({
      ...{ Type_etablissement: 'Internat', Statut_public_prive: 'Privé' },
      ...{ Type_contrat_prive: 'SANS OBJET', Appartenance_Education_Prioritaire: 'ZEP' },
      Nombre_d_eleves: 'beaucoup',
    });
    expect(school).toMatchObject({ type: null, sector: null, priority: null, enrolment: null });
    expect(problems.map(describeTableProblem)).toEqual([
      'Line 2, school 0690001A: “Internat” is no known Type_etablissement; it stays unsaid.',
      'Line 2, school 0690001A: “Privé, SANS OBJET” is no known Statut_public_prive, Type_contrat_prive; it stays unsaid.',
      'Line 2, school 0690001A: “ZEP” is no known Appartenance_Education_Prioritaire; it stays unsaid.',
      'Line 2, school 0690001A: “beaucoup” is no known Nombre_d_eleves; it stays unsaid.',
    ]);
  });

  it('takes no priority education for “none” where the column is missing, and says so', async () => {
    const columns = headings.filter((name) => name !== 'Appartenance_Education_Prioritaire');
    const { schools, problems } = await read(fileOf([college], columns));
    expect(schools.get('0690001A')?.priority).toBeNull();
    expect(problems).toMatchObject([
      { code: 'missing-column', column: 'Appartenance_Education_Prioritaire' },
    ]);
    expect((await one({ Appartenance_Education_Prioritaire: '' })).school?.priority).toBe('none');
  });

  it('keeps the first of two lines of a school, and says where they differ', async () => {
    const twice = await read(fileOf([college, college]));
    expect(twice.problems).toEqual([]);
    const differing = await read(fileOf([college, { ...college, Nombre_d_eleves: '1' }]));
    expect(differing.schools.get('0690001A')?.enrolment).toBe(512);
    expect(differing.problems).toMatchObject([{ code: 'said-twice', line: 3 }]);
  });

  it('is told from other files, and from broken ones', async () => {
    await expect(read('')).rejects.toThrow(UnreadableTable);
    await expect(read('a;b\n1;2\n')).rejects.toThrow(/no column Identifiant_de_l_etablissement/);
  });

  it('never fails otherwise, whatever becomes of the file', async () => {
    const whole = utf8(`\uFEFF${fileOf([college, { ...college, Statut_public_prive: 'Privé' }])}`);
    await fc.assert(
      fc.asyncProperty(mutatedFrom([whole]), fc.integer({ min: 1, max: 400 }), async (bytes, n) => {
        try {
          const { schools } = await readDirectory(pieces(bytes, n), { uais, grid: null });
          for (const uai of schools.keys()) expect(uais.has(uai)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableTable);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the grid of density', () => {
  const grid = (text: string) => readDensity(pieces(utf8(text)));

  it('is read by its labels, under its title, and an arrondissement is in its city', async () => {
    const { settingOf, problems } = await grid(
      [
        'Grille de densité à 7 niveaux;;',
        'CODGEO;LIBGEO;DENS;LIBDENS',
        '01001;A;6;Rural à habitat dispersé',
        '69123;Lyon;1;Grands centres urbains',
        '01004;B;3;Petites villes',
        '01005;C;9;Désert',
      ].join('\n'),
    );
    expect(['01001', '69381', '01004', '01005', '99999'].map(settingOf)).toEqual([
      ...['rural', 'dense', 'intermediate', null, null],
    ]);
    expect(problems).toMatchObject([{ line: 6, column: 'LIBDENS', value: 'Désert' }]);
  });

  it('says how densely peopled the commune of a school is', async () => {
    const dense = await grid('CODGEO,LIBDENS\n69381,Urbain dense\n');
    const { schools } = await read(fileOf([college]), dense);
    expect(schools.get('0690001A')?.setting).toBe('dense');
  });

  it('is told from other files', async () => {
    await expect(grid('a;b\n1;2\n')).rejects.toThrow(UnreadableTable);
    await expect(grid('')).rejects.toThrow(UnreadableTable);
  });
});
