import { describe, expect, it } from 'vitest';
import { readRoster } from '../read-roster.ts';
import type { RosterFormat } from '../roster.ts';
import { three } from '../testing/pupils.ts';
import {
  inPieces,
  latin9,
  ondeCsv,
  reading,
  templateCsv,
  zipOf,
} from '../testing/written-files.ts';

const read = (content: string | Uint8Array, format: RosterFormat | null) =>
  readRoster(inPieces(content, 1_000), { ...reading, format });

describe('an ONDE file', () => {
  const inOneClass = three.map((one) => ({ ...one, className: 'CE1-CE2 Mme Thym' }));

  it.each([
    ['in latin-1', latin9(ondeCsv(inOneClass))],
    ['in UTF-8', ondeCsv(inOneClass)],
    ['with a mark', `\uFEFF${ondeCsv(inOneClass)}`],
    ['zipped', zipOf({ 'CSVExtraction.csv': latin9(ondeCsv(inOneClass)) })],
  ])('gives pupils of one class at two levels, %s', async (_, content) => {
    for (const format of ['onde', null] as const) {
      const { roster, problems } = await read(content, format);
      expect(problems).toEqual([]);
      expect(roster).toMatchObject({
        format: 'onde',
        classes: [{ name: 'CE1-CE2 Mme Thym', kind: 'class', yearGroup: 'CE1-CE2' }],
      });
      expect(roster?.pupils[1]).toMatchObject({
        line: 3,
        lastName: 'COCŒUR',
        birthName: 'FRANCIS--FROUFROU',
        birthDate: '2012-02-29',
        ine: '123456789AB',
        sourceId: null,
        yearGroup: 'CE2',
      });
    }
  });

  it('is read with its columns in another order, and refused without one that is needed', async () => {
    const other = 'Libellé classe;INE;Prénom élève; Niveau ;Date naissance;Nom élève';
    const row = 'CE2 A;;Zoé;CE2;01/02/2014;AUBÉPINE';
    const { roster } = await read(`${other}\n${row}\n`, 'onde');
    expect(roster?.pupils[0]).toMatchObject({ firstName: 'Zoé', className: 'CE2 A', ine: null });
    const { problems } = await read('Nom élève;Prénom élève;INE\nA;B;C\n', 'onde');
    expect(problems).toMatchObject([
      { code: 'missing-column', about: { column: 'Date naissance' } },
    ]);
  });

  it('with a quote that does not close is refused where it begins to be wrong', async () => {
    const broken = ondeCsv(inOneClass).replace('FRANCIS', '"FRANCIS');
    const { roster, problems } = await read(broken, 'onde');
    expect(roster).toBeNull();
    expect(problems).toMatchObject([{ code: 'broken-file' }]);
  });

  it('says the line of a row that follows one of two lines', async () => {
    const rows = ondeCsv([
      { ...three[0], id: '1', lastName: 'A', firstName: 'B', birthDate: '01/02/2014' },
      { ...three[1], id: '2', lastName: 'C', firstName: '', birthDate: '01/02/2014' },
    ]).replace('1 rue des Lilas', '"1 rue\ndes Lilas"');
    const { problems } = await read(rows, 'onde');
    expect(problems).toMatchObject([{ code: 'missing-first-name', line: 4 }]);
  });
});

describe('our own CSV file', () => {
  it('gives pupils, apart by semicolons, commas or tabs', async () => {
    for (const mark of [';', '\t']) {
      const { roster, problems } = await read(templateCsv(three).replaceAll(';', mark), null);
      expect(problems).toEqual([]);
      expect(roster?.pupils[0]).toMatchObject({
        lastName: 'AUBÉPINE',
        className: '6EME A',
        groups: ['6 GR1', '6 LATIN'],
        sourceId: '1001',
        yearGroup: 'CE1',
      });
    }
  });

  it('never takes a pupil that only a name would make known', async () => {
    const { roster, problems } = await read('Nom;Prénom;Classe\nAubépine;Zoé;6A\n', 'template');
    expect(roster).toBeNull();
    expect(problems.map(({ code, line }) => [code, line])).toContainEqual(['no-identity', 2]);
  });

  it('is refused as another format where it is one', async () => {
    const { problems } = await read('<BEE_ELEVES/>', 'template');
    expect(problems).toMatchObject([{ code: 'another-format' }]);
  });
});
