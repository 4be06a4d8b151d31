/** The demo's schools: all in one territory, so that an inspector has something to compare. */
export const demoSchools = [
  { uai: '0699901A', name: 'Collège des Tilleuls (démonstration)', classesAYear: 3, tendency: 0 },
  { uai: '0699902B', name: 'Collège du Lac (démonstration)', classesAYear: 3, tendency: 0.4 },
  { uai: '0699903C', name: 'Collège de la Gare (démonstration)', classesAYear: 3, tendency: -0.4 },
] as const;

export const demoDepartment = '69';
export const demoSchoolYear = '2026-2027';

/** Year groups, with how much later pupils can do more, in logits. */
export const demoYearGroups = [
  { name: '6e', tendency: -0.6 },
  { name: '4e', tendency: 0.5 },
] as const;

export const pupilsAClass = 24;
