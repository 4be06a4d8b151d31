import type { Random } from '@jalon/measurement';
import { firstNames, lastNames } from './names.ts';
import {
  demoSchools,
  demoSchoolYear,
  demoDepartment,
  demoYearGroups,
  pupilsAClass,
} from './schools.ts';

export interface DemoPupil {
  schoolId: string;
  id: string;
  classId: string;
  firstName: string;
  lastName: string;
  /** Words of the card, known only while the demo is made. */
  card: string;
  /** What the simulated pupil can do, before any competence of their own: in logits. */
  tendency: number;
}

/** The demo's schools, classes and pupils, drawn from a seed. */
export function drawRoster(random: Random, newId: () => string, newCard: () => string) {
  const pick = <T>(list: readonly [T, ...T[]]): T =>
    list[random.integer(0, list.length - 1)] ?? list[0];
  const schools = demoSchools.map(({ uai, name }) => ({
    id: newId(),
    uai,
    name,
    department: demoDepartment,
  }));
  const classes = schools.flatMap((school, s) =>
    demoYearGroups.flatMap((yearGroup) =>
      Array.from({ length: demoSchools[s]?.classesAYear ?? 0 }, (_, c) => ({
        schoolId: school.id,
        id: newId(),
        name: `${yearGroup.name} ${'ABCDEF'.charAt(c)}`,
        yearGroup: yearGroup.name,
        schoolYear: demoSchoolYear,
        tendency: yearGroup.tendency + (demoSchools[s]?.tendency ?? 0),
      })),
    ),
  );
  const pupils: DemoPupil[] = classes.flatMap((schoolClass) =>
    Array.from({ length: pupilsAClass }, () => ({
      schoolId: schoolClass.schoolId,
      id: newId(),
      classId: schoolClass.id,
      firstName: pick(firstNames),
      lastName: pick(lastNames),
      card: newCard(),
      tendency: schoolClass.tendency,
    })),
  );
  return { schools, classes, pupils };
}
