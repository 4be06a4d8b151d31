/** An académie, or the vice-rectorat or service that does an académie's work overseas. */
export interface Academy {
  /** Of the ministry's nomenclature (N_ACADEMIE), as the national directory has it. */
  code: string;
  name: string;
  /** Codes of its départements and collectivities. */
  departments: readonly string[];
}

const academyOf = (code: string, name: string, ...departments: string[]): Academy => ({
  code,
  name,
  departments,
});

/**
 * The 30 académies (code de l'éducation, art. R222-2), and what stands for one overseas. Saint-Martin
 * and Saint-Barthélemy are counted with Guadeloupe, whose rector is theirs.
 */
export const academies: readonly Academy[] = [
  academyOf('01', 'Académie de Paris', '75'),
  academyOf('02', 'Académie d’Aix-Marseille', '04', '05', '13', '84'),
  academyOf('03', 'Académie de Besançon', '25', '39', '70', '90'),
  academyOf('04', 'Académie de Bordeaux', '24', '33', '40', '47', '64'),
  academyOf('06', 'Académie de Clermont-Ferrand', '03', '15', '43', '63'),
  academyOf('07', 'Académie de Dijon', '21', '58', '71', '89'),
  academyOf('08', 'Académie de Grenoble', '07', '26', '38', '73', '74'),
  academyOf('09', 'Académie de Lille', '59', '62'),
  academyOf('10', 'Académie de Lyon', '01', '42', '69'),
  academyOf('11', 'Académie de Montpellier', '11', '30', '34', '48', '66'),
  academyOf('12', 'Académie de Nancy-Metz', '54', '55', '57', '88'),
  academyOf('13', 'Académie de Poitiers', '16', '17', '79', '86'),
  academyOf('14', 'Académie de Rennes', '22', '29', '35', '56'),
  academyOf('15', 'Académie de Strasbourg', '67', '68'),
  academyOf('16', 'Académie de Toulouse', '09', '12', '31', '32', '46', '65', '81', '82'),
  academyOf('17', 'Académie de Nantes', '44', '49', '53', '72', '85'),
  academyOf('18', 'Académie d’Orléans-Tours', '18', '28', '36', '37', '41', '45'),
  academyOf('19', 'Académie de Reims', '08', '10', '51', '52'),
  academyOf('20', 'Académie d’Amiens', '02', '60', '80'),
  academyOf('22', 'Académie de Limoges', '19', '23', '87'),
  academyOf('23', 'Académie de Nice', '06', '83'),
  academyOf('24', 'Académie de Créteil', '77', '93', '94'),
  academyOf('25', 'Académie de Versailles', '78', '91', '92', '95'),
  academyOf('27', 'Académie de Corse', '2A', '2B'),
  academyOf('28', 'Académie de La Réunion', '974'),
  academyOf('31', 'Académie de la Martinique', '972'),
  academyOf('32', 'Académie de la Guadeloupe', '971', '977', '978'),
  academyOf('33', 'Académie de la Guyane', '973'),
  academyOf('43', 'Académie de Mayotte', '976'),
  academyOf('70', 'Académie de Normandie', '14', '27', '50', '61', '76'),
  academyOf('40', 'Nouvelle-Calédonie', '988'),
  academyOf('41', 'Polynésie française', '987'),
  academyOf('42', 'Wallis-et-Futuna', '986'),
  academyOf('44', 'Saint-Pierre-et-Miquelon', '975'),
];

const byCode = new Map(academies.map((one) => [one.code, one]));
const byDepartment = new Map(
  academies.flatMap((one) => one.departments.map((code) => [code, one] as const)),
);

/** An académie by its code. */
export const academyByCode = (code: string): Academy | undefined => byCode.get(code);

/** The académie of a département; `undefined` for a code that is none. */
export const academyOfDepartment = (department: string): Academy | undefined =>
  byDepartment.get(department);
