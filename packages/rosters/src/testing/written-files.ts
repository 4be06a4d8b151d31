import { strToU8, zipSync } from 'fflate';
import type { WrittenPupil } from './pupils.ts';

export const uai = '0690001A';
export const today = '2026-11-28';
export const reading = { uai, today, format: null } as const;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;

/** `ElevesAvecAdresses.xml` as SIECLE lays it out: one element a line, guardians after the pupils. */
export function siecleXml(
  pupils: readonly WrittenPupil[],
  given: { uaj?: string | null; year?: string | null; encoding?: string } = {},
): string {
  const { uaj = uai, year = '2026', encoding = 'ISO-8859-15' } = given;
  return [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    '<BEE_ELEVES VERSION="2.1">',
    '<PARAMETRES>',
    ...(uaj === null ? [] : [element('UAJ', uaj)]),
    ...(year === null ? [] : [element('ANNEE_SCOLAIRE', year)]),
    '</PARAMETRES>',
    '<DONNEES>',
    '<ELEVES>',
    ...pupils.map((one) =>
      [
        `<ELEVE ELEVE_ID="${one.id}" ELENOET="1">`,
        element('ID_NATIONAL', one.ine),
        element('NOM_DE_FAMILLE', one.lastName),
        element('NOM_USAGE', one.usedName),
        element('PRENOM', one.firstName),
        element('CODE_SEXE', '2'),
        element('DATE_NAISS', one.birthDate),
        element('CODE_MEF', one.mef),
        element('DATE_SORTIE', one.leftOn),
        '</ELEVE>',
      ].join(''),
    ),
    '</ELEVES>',
    '<STRUCTURES>',
    ...pupils.map(({ id, className, groups = [] }) =>
      [
        `<STRUCTURES_ELEVE ELEVE_ID="${id}">`,
        ...(className === undefined ? [] : [structure(className, 'D')]),
        ...groups.map((group) => structure(group, 'G')),
        '</STRUCTURES_ELEVE>',
      ].join(''),
    ),
    '</STRUCTURES>',
    '<RESPONSABLES><PERSONNES><PERSONNE><NOM_DE_FAMILLE>Parent</NOM_DE_FAMILLE></PERSONNE></PERSONNES></RESPONSABLES>',
    '</DONNEES>',
    '</BEE_ELEVES>',
    '',
  ].join('\n');
}

const structure = (code: string, type: string): string =>
  `<STRUCTURE>${element('CODE_STRUCTURE', code)}${element('TYPE_STRUCTURE', type)}</STRUCTURE>`;

/** The line of the n-th pupil (from 0) in `siecleXml`. */
export const siecleLine = (n: number): number => 9 + n;

const ondeHeadings =
  "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1; Cycle;Niveau;Libellé classe;Identifiant classe;Décision de passage";

/** The CSV of pupils that ONDE exports. */
export function ondeCsv(pupils: readonly WrittenPupil[], headings = ondeHeadings): string {
  const rows = pupils.map((one) =>
    [
      ...[one.lastName, one.usedName ?? '', one.firstName, one.birthDate, 'F', one.ine ?? ''],
      ...['1 rue des Lilas', '69001', 'LYON', 'FRANCE', 'CYCLE II', one.level ?? ''],
      ...[one.className ?? '', '42', ''],
    ].join(';'),
  );
  return [headings, ...rows, ''].join('\r\n');
}

/** Our own CSV file. */
export function templateCsv(pupils: readonly WrittenPupil[]): string {
  const rows = pupils.map((one) =>
    [
      ...[one.lastName, one.firstName, one.birthDate, one.className ?? '', one.level ?? ''],
      ...[one.groups?.join(', ') ?? '', one.ine ?? '', one.id],
    ].join(';'),
  );
  return ['Nom;Prénom;Date de naissance;Classe;Niveau;Groupes;INE;Identifiant', ...rows].join('\n');
}

/** The files of a OneRoster archive: one homeroom class a class, one scheduled class a group. */
export function oneRosterFilesOf(
  pupils: readonly WrittenPupil[],
  { version = '1.2', identifier = uai }: { version?: '1.1' | '1.2'; identifier?: string } = {},
): Record<string, string> {
  const classes = [...new Set(pupils.flatMap(({ className }) => className ?? []))];
  const groups = [...new Set(pupils.flatMap(({ groups: of = [] }) => of))];
  const enrolments = pupils.flatMap(({ id, className, groups: of = [] }) =>
    [...(className === undefined ? [] : [`c-${className}`]), ...of.map((one) => `g-${one}`)].map(
      (classId) => `e-${id}-${classId},active,${classId},o1,${id},student,false,,`,
    ),
  );
  const isOld = version === '1.1';
  return {
    'manifest.csv': ['propertyName,value', 'manifest.version,1.0', 'file.users,bulk'].join('\n'),
    'orgs.csv': [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      `o1,active,,Collège,school,${identifier},`,
    ].join('\n'),
    'academicSessions.csv': [
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
      's1,active,,Année,schoolYear,2026-09-01,2027-07-05,,2027',
    ].join('\n'),
    'classes.csv': [
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId',
      ...classes.map((name) => `c-${name},active,,${name},,,,homeroom,,o1`),
      ...groups.map((name) => `g-${name},active,,${name},,,,scheduled,,o1`),
    ].join('\n'),
    'users.csv': [
      `sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,identifier,grades${isOld ? ',role' : ''}`,
      ...pupils.map(
        (one) =>
          `${one.id},active,,true,u,{INE:${one.ine ?? ''}},${one.firstName},${one.lastName},,CE1${isOld ? ',student' : ''}`,
      ),
      `t1,active,,true,t,,Dominique,Laurier,,${isOld ? ',teacher' : ''}`,
    ].join('\n'),
    ...(!isOld && {
      'roles.csv': [
        'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
        ...pupils.map(({ id }) => `r-${id},active,,${id},primary,student,,,o1,`),
        'r-t1,active,,t1,primary,teacher,,,o1,',
      ].join('\n'),
    }),
    'enrollments.csv': [
      'sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      ...enrolments,
    ].join('\n'),
  };
}

/** A zip of texts in UTF-8, or of bytes. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

const LATIN_9: Readonly<Record<string, number>> = { Œ: 0xbc, œ: 0xbd, '€': 0xa4, Ÿ: 0xbe };

/** Text in ISO-8859-15. */
export const latin9 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => LATIN_9[letter] ?? letter.charCodeAt(0));

/** Bytes as a file gives them, in pieces. */
export async function* inPieces(
  content: string | Uint8Array,
  size = 65_536,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
