import { describe, expect, it } from 'vitest';
import type { RosterFormat } from '../roster.ts';
import { three, type WrittenPupil } from '../testing/pupils.ts';
import {
  inPieces,
  latin9,
  reading,
  siecleLine,
  siecleXml,
  zipOf,
} from '../testing/written-files.ts';
import { readRoster } from '../read-roster.ts';

const read = (content: string | Uint8Array, format: RosterFormat | null = 'siecle') =>
  readRoster(inPieces(content, 1_000), { ...reading, format });

/** Codes and lines of what is wrong with the file. */
async function problemsOf(content: string | Uint8Array) {
  const { roster, problems } = await read(content);
  return { isTaken: roster !== null, problems: problems.map(({ code, line }) => [code, line]) };
}

/** The three pupils, one of them changed. */
const changed = (n: number, by: Partial<WrittenPupil>): WrittenPupil[] =>
  three.map((one, i) => (i === n ? { ...one, ...by } : one));

const [zoe, noe, ilyes] = [siecleLine(0), siecleLine(1), siecleLine(2)];

describe('a SIECLE file', () => {
  it('gives pupils, classes and groups, and nothing of addresses and guardians', async () => {
    const { roster, problems } = await read(latin9(siecleXml(three)));
    expect(problems).toEqual([]);
    expect(roster).toMatchObject({
      format: 'siecle',
      schoolYear: '2026-2027',
      isComplete: true,
      classes: [
        { name: '5EME B', kind: 'class', yearGroup: '5e' },
        { name: '6EME A', kind: 'class', yearGroup: '6e' },
        { name: '6 GR1', kind: 'group', yearGroup: '6e' },
        { name: '6 LATIN', kind: 'group', yearGroup: '6e' },
      ],
    });
    expect(roster?.pupils).toEqual([
      {
        line: zoe,
        firstName: 'Zoé',
        lastName: 'AUBÉPINE',
        birthName: 'AUBÉPINE',
        birthDate: '2014-02-01',
        ine: '123456789AA',
        sourceId: '1001',
        className: '6EME A',
        groups: ['6 GR1', '6 LATIN'],
        yearGroup: '6e',
        leftOn: null,
      },
      expect.objectContaining({ lastName: 'COCŒUR', birthName: 'FRANCIS--FROUFROU' }),
      expect.objectContaining({ lastName: "N'GUYEN", firstName: 'Ilyès', ine: null }),
    ]);
  });

  it.each([
    ['in latin-9', latin9(siecleXml(three))],
    ['in UTF-8', siecleXml(three, { encoding: 'UTF-8' })],
    ['in UTF-8 with a mark, though its heading says latin-9', `\uFEFF${siecleXml(three)}`],
    ['in latin-9, though its heading says UTF-8', latin9(siecleXml(three, { encoding: 'UTF-8' }))],
    ['zipped', zipOf({ 'export/ElevesSansAdresses.xml': latin9(siecleXml(three)) })],
  ])('is read alike %s', async (_, content) => {
    for (const format of ['siecle', null] as const) {
      const { roster } = await read(content, format);
      expect(roster?.pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).toEqual([
        'Zoé AUBÉPINE',
        'Noë COCŒUR',
        "Ilyès N'GUYEN",
      ]);
    }
  });

  it('of another school is refused at once, and of none too', async () => {
    const other = await problemsOf(siecleXml(three, { uaj: '0380002B' }));
    expect(other).toEqual({ isTaken: false, problems: [['wrong-school', 4]] });
    const none = await problemsOf(siecleXml(three, { uaj: null }));
    expect(none).toEqual({ isTaken: false, problems: [['no-uai', 1]] });
  });

  it('of a school year that is over says so', async () => {
    const { problems } = await read(siecleXml(three, { year: '2025', encoding: 'UTF-8' }));
    expect(problems.map(({ code }) => code)).toEqual(['past-year']);
  });

  it('that breaks off is refused where it does, whole', async () => {
    const text = siecleXml(three);
    const unclosed = text.replace('</STRUCTURES>', '');
    expect(await problemsOf(unclosed)).toMatchObject({
      isTaken: false,
      problems: [['broken-file', expect.any(Number)]],
    });
    const [, line = 0] = (await problemsOf(unclosed)).problems[0] ?? [];
    expect(line).toBeGreaterThan(ilyes);
    expect(await problemsOf(text.slice(0, -30))).toMatchObject({ isTaken: false });
  });

  it.each([
    ['missing-last-name', { lastName: '' }],
    ['missing-first-name', { firstName: '' }],
    ['missing-birth-date', { birthDate: '' }],
    ['wrong-date', { birthDate: '31/02/2014' }],
    ['wrong-name', { firstName: '123' }],
    ['formula-cell', { lastName: '=HYPERLINK("x")' }],
    ['formula-cell', { className: '@SUM(A1)' }],
  ])('sets aside a row that has a fault: %s', async (code, by) => {
    const { roster, problems } = await read(siecleXml(changed(1, by), { encoding: 'UTF-8' }));
    expect(problems.map((one) => [one.code, one.line])).toEqual([[code, noe]]);
    expect(roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(['1001', '1003']);
    expect(roster?.setAside).toHaveLength(1);
  });

  it('keeps neither of two pupils with one INE', async () => {
    const { roster, problems } = await read(siecleXml(changed(2, { ine: '123456789AA' })));
    expect(problems.map(({ code, line, about }) => [code, line, about.other])).toEqual([
      ['duplicate-ine', ilyes, String(zoe)],
    ]);
    expect(roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(['1002']);
  });

  it('keeps neither of two records of one person', async () => {
    const twice = changed(2, { ...three[0], id: '1003', ine: '' });
    const { roster, problems } = await read(siecleXml(twice));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['duplicate-person', ilyes]]);
    expect(roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(['1002']);
    const homonyms = await read(
      siecleXml(changed(2, { ...three[0], id: '1003', ine: '999999999ZZ' })),
    );
    expect(homonyms.roster?.pupils).toHaveLength(3);
  });

  it('names those who left, and not those who will', async () => {
    const left = await read(siecleXml(changed(0, { leftOn: '12/10/2026' })));
    expect(left.problems.map(({ code, line }) => [code, line])).toEqual([['has-left', zoe]]);
    expect(left.roster?.pupils[0]?.leftOn).toBe('2026-10-12');
    const later = await read(siecleXml(changed(0, { leftOn: '30/06/2027' })));
    expect(later.problems).toEqual([]);
  });

  it('has pupils without a class, and codes that are none', async () => {
    const inactive = await read(siecleXml(changed(0, { className: 'Inactifs' })));
    expect(inactive.problems.map(({ code }) => code)).toEqual(['no-class']);
    expect(inactive.roster?.pupils[0]).toMatchObject({
      className: null,
      groups: ['6 GR1', '6 LATIN'],
    });
  });

  it('is refused where it says an encoding that nobody knows, or carries a DOCTYPE', async () => {
    expect(await problemsOf(siecleXml(three, { encoding: 'FOO-8' }))).toEqual({
      isTaken: false,
      problems: [['unknown-encoding', 1]],
    });
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const expanding = siecleXml(three).replace('<BEE_ELEVES', `${lol}<BEE_ELEVES`);
    expect(await problemsOf(expanding)).toMatchObject({
      isTaken: false,
      problems: [['forbidden-doctype', 2]],
    });
  });

  it('is not taken for one where it is another file', async () => {
    expect(await problemsOf('<html><body>Erreur</body></html>')).toMatchObject({
      problems: [['another-format', 1]],
    });
    expect(await problemsOf('Nom;Prénom\nA;B\n')).toMatchObject({
      problems: [['another-format', 1]],
    });
    expect(await problemsOf('')).toMatchObject({ problems: [['empty-file', 1]] });
    expect(await problemsOf(siecleXml([]))).toMatchObject({ problems: [['no-pupils', 1]] });
  });
});
