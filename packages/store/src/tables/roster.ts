import type { Kit } from './kit.ts';

/** Who belongs to what. A table of a school's own begins its keys with the school. */
export function rosterTables(kit: Kit) {
  const { table, primaryKey, foreignKey, index, uniqueIndex, id, text, choice } = kit;

  const school = table('school', {
    id: id().primaryKey(),
    /** Unité administrative immatriculée: the school's national number. */
    uai: text().notNull().unique(),
    name: text().notNull(),
    /** Code of the département, such as `69`. */
    department: text().notNull(),
  });

  const schoolClass = table(
    'school_class',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      name: text().notNull(),
      yearGroup: text().notNull(),
      /** Such as `2026-2027`. */
      schoolYear: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
  );

  const pupil = table(
    'pupil',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      classId: id().notNull(),
      firstName: text().notNull(),
      lastName: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.id] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
      index('pupil_class').on(t.schoolId, t.classId),
    ],
  );

  /**
   * Whose card the words are. Apart from the pupil: whoever types them has not said in which
   * school, so that this table alone is keyed, and distributed, by the digest.
   */
  const card = table(
    'card',
    {
      /** Keyed digest of the words on the pupil's card. */
      digest: text().primaryKey(),
      schoolId: id().notNull(),
      pupilId: id().notNull(),
    },
    (t) => [index('card_pupil').on(t.schoolId, t.pupilId)],
  );

  const staff = table(
    'staff',
    {
      id: id().primaryKey(),
      role: choice('teacher', 'inspector').notNull(),
      /** A teacher's school; none for an inspector. */
      schoolId: id().references(() => school.id),
      /** An inspector's département; none for a teacher. */
      department: text(),
      name: text().notNull(),
      email: text().notNull(),
      passwordHash: text().notNull(),
    },
    (t) => [
      uniqueIndex('staff_email_unique').on(t.email),
      index('staff_school').on(t.schoolId, t.id),
    ],
  );

  const teaching = table(
    'teaching',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      classId: id().notNull(),
      staffId: id()
        .notNull()
        .references(() => staff.id),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.classId, t.staffId] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
    ],
  );

  return { school, schoolClass, pupil, card, staff, teaching };
}

export type RosterTables = ReturnType<typeof rosterTables>;
