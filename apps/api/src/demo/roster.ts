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
  const schools = demoSchools.map(({ uai, name, directory }) => ({
    id: newId(),
    uai,
    name,
    department: demoDepartment,
    ...directory,
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
  const leavers = leaversOf(schools, classes, pupils, newId, newCard);
  return { schools, classes, pupils, leavers };
}

/**
 * Two pupils who changed schools, as the schools they left knew them: the first came to the first
 * school, the second went to the third. They have the names of whom they are there.
 */
function leaversOf(
  schools: readonly { id: string }[],
  classes: readonly { id: string; schoolId: string; tendency: number }[],
  pupils: readonly DemoPupil[],
  newId: () => string,
  newCard: () => string,
): DemoPupil[] {
  const [here, second, third] = schools.map(({ id }) => ({
    last: pupils.findLast((one) => one.schoolId === id),
    lastClass: classes.findLast((one) => one.schoolId === id),
  }));
  return [
    { from: second, now: here },
    { from: here, now: third },
  ].map(({ from, now }) => {
    if (!from?.lastClass || !now?.last) throw new Error('The demo has too few schools.');
    const { id: classId, schoolId, tendency } = from.lastClass;
    const { firstName, lastName } = now.last;
    return { schoolId, id: newId(), classId, firstName, lastName, card: newCard(), tendency };
  });
}
