import { comparable, tidy } from '../fields/names.ts';
import type {
  Read,
  SchoolPriority,
  SchoolSector,
  SchoolSetting,
  SchoolType,
} from './attributes.ts';

/** By `comparable`. */
const types: Readonly<Record<string, SchoolType>> = {
  ECOLE: 'primary',
  COLLEGE: 'college',
  LYCEE: 'lycee',
  EREA: 'other',
  MEDICOSOCIAL: 'other',
  SERVICEADMINISTRATIF: 'other',
  INFORMATIONETORIENTATION: 'other',
  AUTRE: 'other',
};

/** `LYCEE PROFESSIONNEL` among the natures of a school (BCN, N_NATURE_UAI). */
const VOCATIONAL_NATURE = '320';

/** The type of a school; a lycée is told apart by its nature, or else by the ways it teaches. */
export function readType(of: {
  type: string;
  nature: string;
  general: string;
  technological: string;
  vocational: string;
}): Read<SchoolType> {
  if (of.type === '') return null;
  const type = types[comparable(of.type)] ?? 'unknown';
  if (type !== 'lycee') return type;
  if (of.nature !== '') return of.nature === VOCATIONAL_NATURE ? 'lycee-pro' : 'lycee';
  const isVocationalOnly = of.vocational === '1' && of.general !== '1' && of.technological !== '1';
  return isVocationalOnly ? 'lycee-pro' : 'lycee';
}

/** Contracts by code (BCN, N_CONTRAT_ETABLISSEMENT): simple, of association, or both. */
const contracts: Readonly<Record<string, SchoolSector>> = {
  '10': 'private',
  '20': 'private-contract',
  '21': 'private-contract',
  '30': 'private-contract',
  '31': 'private-contract',
  '40': 'private-contract',
  '41': 'private-contract',
};

/** The sector of a school, of its status and, where it is private, its contract. */
export function readSector(of: {
  status: string;
  contractCode: string;
  contract: string;
}): Read<SchoolSector> {
  const status = comparable(of.status);
  if (status === '') return null;
  if (status === 'PUBLIC') return 'public';
  if (status !== 'PRIVE') return 'unknown';
  if (of.contractCode === '' && of.contract === '') return null;
  const byCode = contracts[of.contractCode];
  if (byCode) return byCode;
  const contract = comparable(of.contract);
  if (contract === 'HORSCONTRAT') return 'private';
  // The nomenclature itself spells one of them with a zero.
  return /^C[O0]NTRAT/.test(contract) ? 'private-contract' : 'unknown';
}

/** Whether a school is one of priority education; the directory leaves the others' cell empty. */
export function readPriority(text: string): Read<SchoolPriority> {
  const word = tidy(text).toUpperCase();
  if (word === '') return 'none';
  return word === 'REP' ? 'rep' : word === 'REP+' ? 'rep-plus' : 'unknown';
}

/** A count of pupils, at most six digits. */
export function readEnrolment(text: string): Read<number> {
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : 'unknown';
}

/** By `comparable`: the labels of the grid of 7 levels, of 3, and of the older one of 4. */
const settings: Readonly<Record<string, SchoolSetting>> = {
  URBAINDENSE: 'dense',
  GRANDSCENTRESURBAINS: 'dense',
  COMMUNEDENSEMENTPEUPLEE: 'dense',
  COMMUNESDENSEMENTPEUPLEES: 'dense',
  COMMUNESDENSES: 'dense',
  URBAININTERMEDIAIRE: 'intermediate',
  CENTRESURBAINSINTERMEDIAIRES: 'intermediate',
  PETITESVILLES: 'intermediate',
  CEINTURESURBAINES: 'intermediate',
  COMMUNEDEDENSITEINTERMEDIAIRE: 'intermediate',
  COMMUNESDEDENSITEINTERMEDIAIRE: 'intermediate',
  RURAL: 'rural',
  BOURGSRURAUX: 'rural',
  RURALAHABITATDISPERSE: 'rural',
  RURALAHABITATTRESDISPERSE: 'rural',
  COMMUNEPEUDENSE: 'rural',
  COMMUNESPEUDENSES: 'rural',
  COMMUNETRESPEUDENSE: 'rural',
  COMMUNESTRESPEUDENSES: 'rural',
};

/** A level of INSEE's grid by its label: its number means another level in each of the grids. */
export function readSetting(label: string): Read<SchoolSetting> {
  if (label === '') return null;
  return settings[comparable(label)] ?? 'unknown';
}

/** A code of a département as the directory has it, `069` or `02A`, as everybody else writes it. */
export const readDepartment = (text: string): string =>
  /^0[0-9][0-9AB]$/i.test(text) ? text.slice(1).toUpperCase() : text.toUpperCase();
