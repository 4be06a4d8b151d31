import type { SchoolAttributes } from '@jalon/rosters/directory';

const bassin = { districtCode: '10990', districtName: 'Bassin de démonstration' };

interface DemoSchool {
  uai: string;
  name: string;
  classesAYear: number;
  /** How much more its pupils can do, in logits. */
  tendency: number;
  directory: SchoolAttributes;
}

/**
 * The demo's schools: all in one territory, so that an inspector has something to compare, and not
 * alike in what the national directory would say of them.
 */
export const demoSchools: readonly DemoSchool[] = [
  {
    ...{ uai: '0699901A', name: 'Collège des Tilleuls (démonstration)' },
    ...{ classesAYear: 3, tendency: 0 },
    directory: {
      ...{ type: 'college', sector: 'public', priority: 'none', setting: 'dense' },
      ...{ enrolment: 520, ...bassin },
    },
  },
  {
    ...{ uai: '0699902B', name: 'Collège du Lac (démonstration)' },
    ...{ classesAYear: 3, tendency: 0.4 },
    directory: {
      ...{ type: 'college', sector: 'private-contract', priority: 'none', setting: 'rural' },
      ...{ enrolment: 280, ...bassin },
    },
  },
  {
    ...{ uai: '0699903C', name: 'Collège de la Gare (démonstration)' },
    ...{ classesAYear: 3, tendency: -0.4 },
    directory: {
      ...{ type: 'college', sector: 'public', priority: 'rep-plus', setting: 'dense' },
      ...{ enrolment: 410, ...bassin },
    },
  },
];

export const demoDepartment = '69';
/** Lyon, which that département is part of. */
export const demoAcademy = '10';
export const demoSchoolYear = '2026-2027';

/** Year groups, with how much later pupils can do more, in logits. */
export const demoYearGroups = [
  { name: '6e', tendency: -0.6 },
  { name: '4e', tendency: 0.5 },
] as const;

export const pupilsAClass = 24;
