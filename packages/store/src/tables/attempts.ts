import { sql } from 'drizzle-orm';
import { foreignKey, index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  choiceColumn,
  idColumn,
  instantColumn,
  jsonColumn,
  realColumn,
  textColumn,
  wholeColumn,
} from '../columns.ts';
import { pupil, school, schoolClass, staff } from './roster.ts';

/** A release this database holds results of; its content lives in the framework's files. */
export const publishedRelease = sqliteTable('published_release', {
  version: textColumn().primaryKey(),
  framework: textColumn().notNull(),
  sha256: textColumn().notNull(),
  publishedAt: instantColumn().notNull(),
});

export const assessment = sqliteTable(
  'assessment',
  {
    schoolId: idColumn()
      .notNull()
      .references(() => school.id),
    id: idColumn().notNull().unique(),
    classId: idColumn()
      .notNull()
      .references(() => schoolClass.id),
    givenBy: idColumn()
      .notNull()
      .references(() => staff.id),
    title: textColumn().notNull(),
    competence: textColumn().notNull(),
    releaseVersion: textColumn()
      .notNull()
      .references(() => publishedRelease.version),
    feedback: choiceColumn('now', 'later').notNull(),
    givenAt: instantColumn().notNull(),
    closesAt: instantColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.schoolId, table.id] }),
    index('assessment_class').on(table.schoolId, table.classId, table.givenAt),
  ],
);

export const attempt = sqliteTable(
  'attempt',
  {
    schoolId: idColumn()
      .notNull()
      .references(() => school.id),
    id: idColumn().notNull().unique(),
    pupilId: idColumn()
      .notNull()
      .references(() => pupil.id),
    /** None for free practice. */
    assessmentId: idColumn().references(() => assessment.id),
    mode: choiceColumn('measure', 'practice').notNull(),
    title: textColumn().notNull(),
    competence: textColumn().notNull(),
    feedback: choiceColumn('now', 'later').notNull(),
    releaseVersion: textColumn()
      .notNull()
      .references(() => publishedRelease.version),
    /** What the choice of items and the instances are drawn from. */
    seed: textColumn().notNull(),
    /** What was believed of the ability before the first response. */
    priorMean: realColumn().notNull(),
    priorSd: realColumn().notNull(),
    status: choiceColumn('open', 'finished').notNull(),
    /** How many responses are kept; also the version that an answer must find. */
    answered: wholeColumn().notNull(),
    /** The item waiting for its answer; none once finished. */
    currentItemId: textColumn(),
    currentItemVersion: wholeColumn(),
    currentSeed: textColumn(),
    ability: realColumn().notNull(),
    standardError: realColumn().notNull(),
    startedAt: instantColumn().notNull(),
    lastAnswerAt: instantColumn(),
    finishedAt: instantColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.schoolId, table.id] }),
    uniqueIndex('attempt_once_an_assessment').on(table.pupilId, table.assessmentId),
    uniqueIndex('attempt_one_open_practice')
      .on(table.pupilId, table.competence)
      .where(sql`mode = 'practice' and status = 'open'`),
    index('attempt_assessment').on(table.schoolId, table.assessmentId),
    index('attempt_pupil').on(table.schoolId, table.pupilId, table.competence),
  ],
);

/** Append-only: what pupils answered is the truth from which all else is derived. */
export const response = sqliteTable(
  'response',
  {
    schoolId: idColumn().notNull(),
    attemptId: idColumn().notNull(),
    ordinal: wholeColumn().notNull(),
    clientKey: idColumn().notNull(),
    itemId: textColumn().notNull(),
    itemVersion: wholeColumn().notNull(),
    seed: textColumn().notNull(),
    response: jsonColumn().notNull(),
    points: realColumn().notNull(),
    possible: realColumn().notNull(),
    ability: realColumn().notNull(),
    standardError: realColumn().notNull(),
    answeredAt: instantColumn().notNull(),
    durationMs: wholeColumn().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.schoolId, table.attemptId, table.ordinal] }),
    foreignKey({
      columns: [table.schoolId, table.attemptId],
      foreignColumns: [attempt.schoolId, attempt.id],
    }),
  ],
);

/** Derived: the latest finished assessment of a pupil in a competence, under a release. */
export const result = sqliteTable(
  'result',
  {
    schoolId: idColumn().notNull(),
    pupilId: idColumn()
      .notNull()
      .references(() => pupil.id),
    competence: textColumn().notNull(),
    releaseVersion: textColumn().notNull(),
    attemptId: idColumn()
      .notNull()
      .references(() => attempt.id),
    ability: realColumn().notNull(),
    standardError: realColumn().notNull(),
    level: wholeColumn().notNull(),
    /** The probability of each level, from 1 up. */
    probabilities: jsonColumn().notNull(),
    responses: wholeColumn().notNull(),
    finishedAt: instantColumn().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.schoolId, table.pupilId, table.competence, table.releaseVersion],
    }),
    index('result_cohort').on(table.releaseVersion, table.competence, table.schoolId),
  ],
);
