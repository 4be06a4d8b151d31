import type { Store } from '@jalon/store';

export type SchoolAtWork = Awaited<ReturnType<typeof makeSchoolAtWork>>;

/**
 * Fills a store with one school: its pupils dealt to classes in turn, and for each class the one
 * teacher who teaches it.
 */
export async function makeSchoolAtWork(
  store: Store,
  options: {
    pupils: number;
    classes: number;
    newId: () => string;
    digestCard: (card: string) => string;
    cardOf: (rank: number) => string;
    /** All teachers have one password: hashing it is slow on purpose. */
    passwordHash: string;
  },
) {
  const { newId, digestCard, cardOf, passwordHash } = options;
  const schoolId = newId();
  const classes = Array.from({ length: options.classes }, (_, index) => ({
    id: newId(),
    name: `Classe ${index + 1}`,
    teacherId: newId(),
    teacherEmail: `prof${index + 1}@ecole.example`,
    pupils: Array.from(
      { length: Math.ceil((options.pupils - index) / options.classes) },
      (_, seat) => ({ id: newId(), card: cardOf(seat * options.classes + index) }),
    ),
  }));
  const { change } = store;
  await store.write(
    change.addSchools({ id: schoolId, uai: '0690000Z', name: 'École', department: '69' }),
    ...classes.flatMap((one) => [
      change.addClasses({
        schoolId,
        id: one.id,
        name: one.name,
        yearGroup: '6e',
        schoolYear: '2026-2027',
      }),
      change.addStaff({
        id: one.teacherId,
        role: 'teacher',
        schoolId,
        name: `Prof de la ${one.name}`,
        email: one.teacherEmail,
        passwordHash,
      }),
      change.addTeaching({ schoolId, classId: one.id, staffId: one.teacherId }),
      change.addPupils(
        ...one.pupils.map(({ id }, seat) => ({
          schoolId,
          id,
          classId: one.id,
          firstName: `Prénom${seat + 1}`,
          lastName: 'Nom',
        })),
      ),
      change.addCards(
        ...one.pupils.map(({ id, card }) => ({
          digest: digestCard(card),
          schoolId,
          pupilId: id,
        })),
      ),
    ]),
  );
  return { schoolId, classes };
}
