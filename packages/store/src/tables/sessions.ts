import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { choiceColumn, idColumn, instantColumn, textColumn } from '../columns.ts';

/** One refresh token, hashed. A family is the chain of tokens that follow one sign-in. */
export const refreshToken = sqliteTable(
  'refresh_token',
  {
    tokenDigest: textColumn().primaryKey(),
    familyId: idColumn().notNull(),
    actorId: idColumn().notNull(),
    role: choiceColumn('pupil', 'teacher', 'inspector').notNull(),
    issuedAt: instantColumn().notNull(),
    expiresAt: instantColumn().notNull(),
    /** When a newer token took its place. */
    replacedAt: instantColumn(),
  },
  (table) => [index('refresh_token_family').on(table.familyId)],
);

/** Who looked at which pupil, and what for. */
export const accessLog = sqliteTable(
  'access_log',
  {
    id: idColumn().primaryKey(),
    schoolId: idColumn().notNull(),
    actorId: idColumn().notNull(),
    pupilId: idColumn().notNull(),
    action: textColumn().notNull(),
    at: instantColumn().notNull(),
  },
  (table) => [index('access_log_pupil').on(table.schoolId, table.pupilId, table.at)],
);
