/** A pupil of the written files. */
export interface WrittenPupil {
  id: string;
  lastName: string;
  usedName?: string;
  firstName: string;
  /** `DD/MM/YYYY`. */
  birthDate: string;
  ine?: string;
  mef?: string;
  className?: string;
  groups?: string[];
  leftOn?: string;
  level?: string;
}

export const three: readonly WrittenPupil[] = [
  {
    id: '1001',
    lastName: 'AUBÉPINE',
    firstName: 'Zoé',
    birthDate: '01/02/2014',
    ine: '123456789AA',
    mef: '10010012110',
    className: '6EME A',
    groups: ['6 LATIN', '6 GR1'],
    level: 'CE1',
  },
  {
    id: '1002',
    lastName: 'FRANCIS--FROUFROU',
    usedName: 'COCŒUR',
    firstName: 'Noë',
    birthDate: '29/02/2012',
    ine: '123456789AB',
    mef: '10110001110',
    className: '5EME B',
    level: 'CE2',
  },
  {
    id: '1003',
    lastName: "N'GUYEN",
    firstName: 'Ilyès',
    birthDate: '03/03/2014',
    mef: '10010012110',
    className: '6EME A',
    level: 'CE2',
  },
];

/** As many pupils as asked, thirty to a class, each with an INE. */
export function manyPupils(count: number): WrittenPupil[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(500_000 + i),
    lastName: `Érable-${letters(i)}`,
    firstName: `Maël${letters(i % 997)}`,
    birthDate: `${String((i % 28) + 1).padStart(2, '0')}/0${(i % 9) + 1}/2013`,
    ine: `${String(100_000_000 + i)}AB`,
    mef: '10010012110',
    className: `6E ${Math.floor(i / 30)}`,
    groups: [`G ${Math.floor(i / 15)}`],
    level: 'CM1',
  }));
}

/** A number written in letters, so that it can be part of a name. */
export const letters = (n: number): string =>
  Array.from(String(n), (figure) => 'abcdefghij'.charAt(Number(figure))).join('');
