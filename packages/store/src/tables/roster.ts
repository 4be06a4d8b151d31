import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choiceColumn, idColumn, textColumn } from '../columns.ts';

export const school = sqliteTable('school', {
  id: idColumn().primaryKey(),
  /** Unité administrative immatriculée: the school's national number. */
  uai: textColumn().notNull().unique(),
  name: textColumn().notNull(),
  /** Code of the département, such as `69`. */
  department: textColumn().notNull(),
});

export const schoolClass = sqliteTable(
  'school_class',
  {
    schoolId: idColumn()
      .notNull()
      .references(() => school.id),
    id: idColumn().notNull().unique(),
    name: textColumn().notNull(),
    yearGroup: textColumn().notNull(),
    /** Such as `2026-2027`. */
    schoolYear: textColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const pupil = sqliteTable(
  'pupil',
  {
    schoolId: idColumn()
      .notNull()
      .references(() => school.id),
    id: idColumn().notNull().unique(),
    classId: idColumn()
      .notNull()
      .references(() => schoolClass.id),
    firstName: textColumn().notNull(),
    lastName: textColumn().notNull(),
    /** Keyed digest of the words on the pupil's card. */
    cardDigest: textColumn().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.schoolId, table.id] }),
    uniqueIndex('pupil_card').on(table.cardDigest),
    index('pupil_class').on(table.schoolId, table.classId),
  ],
);

export const staff = sqliteTable('staff', {
  id: idColumn().primaryKey(),
  role: choiceColumn('teacher', 'inspector').notNull(),
  /** A teacher's school; none for an inspector. */
  schoolId: idColumn().references(() => school.id),
  /** An inspector's département; none for a teacher. */
  department: textColumn(),
  name: textColumn().notNull(),
  email: textColumn().notNull().unique(),
  passwordHash: textColumn().notNull(),
});

export const teaching = sqliteTable(
  'teaching',
  {
    schoolId: idColumn()
      .notNull()
      .references(() => school.id),
    classId: idColumn()
      .notNull()
      .references(() => schoolClass.id),
    staffId: idColumn()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.classId, table.staffId] })],
);
