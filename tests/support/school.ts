import type { Store } from '@jalon/store';

/** A pupil of a made-up school, as tests and benchmarks need one. */
export interface TestPupil {
  id: string;
  schoolId: string;
  card: string;
}

/** Fills a store with one school of classes of 30, and a teacher who teaches them all. */
export async function makeSchool(
  store: Store,
  options: {
    pupils: number;
    newId: () => string;
    digestCard: (card: string) => string;
    cardOf: (index: number) => string;
  },
): Promise<{ schoolId: string; teacherId: string; classIds: string[]; pupils: TestPupil[] }> {
  const { newId, digestCard, cardOf } = options;
  const schoolId = newId();
  const teacherId = newId();
  const classIds = Array.from({ length: Math.ceil(options.pupils / 30) }, newId);
  const pupils = Array.from({ length: options.pupils }, (_, index) => ({
    id: newId(),
    schoolId,
    classId: classIds[Math.floor(index / 30)] ?? schoolId,
    card: cardOf(index),
  }));
  await store.write(
    store.change.addSchools({ id: schoolId, uai: '0690000Z', name: 'École', department: '69' }),
    store.change.addClasses(
      ...classIds.map((id, index) => ({
        schoolId,
        id,
        name: `Classe ${index + 1}`,
        yearGroup: '6e',
        schoolYear: '2026-2027',
      })),
    ),
    store.change.addPupils(
      ...pupils.map(({ card: _, ...pupil }, index) => ({
        ...pupil,
        firstName: `Prénom${index + 1}`,
        lastName: 'Nom',
      })),
    ),
    store.change.addCards(
      ...pupils.map(({ card, id }) => ({ digest: digestCard(card), schoolId, pupilId: id })),
    ),
    store.change.addStaff({
      id: teacherId,
      role: 'teacher',
      schoolId,
      name: 'Prof',
      email: 'prof@ecole.example',
      passwordHash: 'none',
    }),
    store.change.addTeaching(
      ...classIds.map((classId) => ({ schoolId, classId, staffId: teacherId })),
    ),
  );
  return { schoolId, teacherId, classIds, pupils };
}
