import { sql } from 'drizzle-orm';
import type { Kit } from './kit.ts';
import type { RosterTables } from './roster.ts';

/** What is given, taken and measured. */
export function attemptTables(kit: Kit, { school, schoolClass, pupil, staff }: RosterTables) {
  const { table, primaryKey, foreignKey, index, uniqueIndex } = kit;
  const { id, text, whole, real, instant, json, choice } = kit;

  /** A release this database holds results of; its content lives in the framework's files. */
  const publishedRelease = table('published_release', {
    version: text().primaryKey(),
    framework: text().notNull(),
    sha256: text().notNull(),
    publishedAt: instant().notNull(),
  });

  const assessment = table(
    'assessment',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      classId: id().notNull(),
      givenBy: id()
        .notNull()
        .references(() => staff.id),
      title: text().notNull(),
      competence: text().notNull(),
      releaseVersion: text()
        .notNull()
        .references(() => publishedRelease.version),
      feedback: choice('now', 'later').notNull(),
      mode: choice('measure', 'practice').notNull().default('measure'),
      givenAt: instant().notNull(),
      /** From when it may be begun; none where from the start. */
      opensAt: instant(),
      closesAt: instant(),
      /** How many questions it has; none where as many as the release's scale needs. */
      questions: whole(),
      /** How long a pupil may take, extra time aside; none where as long as it takes. */
      minutes: whole(),
      /** The lowest and the highest level of its items; none where every level may come. */
      levelFrom: whole(),
      levelTo: whole(),
      /** Whether all who are in the class get it, or those of `assessment_pupil` alone. */
      audience: choice('class', 'chosen').notNull().default('class'),
      /** What ties it to those given with it; none where it was given by itself. */
      sequence: id(),
      /** Its place among them, from 1. */
      rank: whole().notNull().default(1),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.id] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
      index('assessment_class').on(t.schoolId, t.classId, t.givenAt),
    ],
  );

  /** Who an assessment was given to, where not to all of its class. */
  const assessmentPupil = table(
    'assessment_pupil',
    {
      schoolId: id().notNull(),
      assessmentId: id().notNull(),
      pupilId: id().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.assessmentId, t.pupilId] }),
      foreignKey({
        columns: [t.schoolId, t.assessmentId],
        foreignColumns: [assessment.schoolId, assessment.id],
      }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
      index('assessment_pupil_pupil').on(t.schoolId, t.pupilId),
    ],
  );

  const attempt = table(
    'attempt',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      pupilId: id().notNull(),
      /** None for free practice. */
      assessmentId: id(),
      mode: choice('measure', 'practice').notNull(),
      title: text().notNull(),
      competence: text().notNull(),
      feedback: choice('now', 'later').notNull(),
      releaseVersion: text()
        .notNull()
        .references(() => publishedRelease.version),
      /** What the choice of items and the instances are drawn from. */
      seed: text().notNull(),
      /** What was believed of the ability before the first response. */
      priorMean: real().notNull(),
      priorSd: real().notNull(),
      /** What its standard deviation would be by itself; none where other competences said nothing. */
      priorAloneSd: real(),
      /** What bounds this sitting, as it was when it began: of its assessment and its pupil. */
      questions: whole(),
      /** Milliseconds of answering after which no new item comes. */
      msAtMost: whole(),
      /** Milliseconds of answering so far. */
      usedMs: whole().notNull().default(0),
      levelFrom: whole(),
      levelTo: whole(),
      /** Which items may come: any, or those alone that ask for no fine pointing. */
      reach: choice('any', 'no-fine-pointing').notNull().default('any'),
      status: choice('open', 'finished').notNull(),
      /** How many responses are kept; also the version that an answer must find. */
      answered: whole().notNull(),
      /** The item waiting for its answer; none once finished. */
      currentItemId: text(),
      currentItemVersion: whole(),
      currentSeed: text(),
      ability: real().notNull(),
      standardError: real().notNull(),
      startedAt: instant().notNull(),
      lastAnswerAt: instant(),
      finishedAt: instant(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.id] }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
      foreignKey({
        columns: [t.schoolId, t.assessmentId],
        foreignColumns: [assessment.schoolId, assessment.id],
      }),
      uniqueIndex('attempt_once_an_assessment').on(t.schoolId, t.pupilId, t.assessmentId),
      uniqueIndex('attempt_one_open_practice')
        .on(t.schoolId, t.pupilId, t.competence)
        .where(sql`mode = 'practice' and status = 'open' and assessment_id is null`),
      index('attempt_assessment').on(t.schoolId, t.assessmentId),
      index('attempt_pupil').on(t.schoolId, t.pupilId, t.competence),
    ],
  );

  /** Append-only: what pupils answered is the truth from which all else is derived. */
  const response = table(
    'response',
    {
      schoolId: id().notNull(),
      attemptId: id().notNull(),
      ordinal: whole().notNull(),
      clientKey: id().notNull(),
      itemId: text().notNull(),
      itemVersion: whole().notNull(),
      seed: text().notNull(),
      response: json().notNull(),
      points: real().notNull(),
      possible: real().notNull(),
      ability: real().notNull(),
      standardError: real().notNull(),
      answeredAt: instant().notNull(),
      durationMs: whole().notNull(),
      /** A hash over the row and the seal before it; none on rows older than seals. */
      seal: text(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.attemptId, t.ordinal] }),
      foreignKey({
        columns: [t.schoolId, t.attemptId],
        foreignColumns: [attempt.schoolId, attempt.id],
      }),
    ],
  );

  /** Derived: the latest finished assessment of a pupil in a competence, under a release. */
  const result = table(
    'result',
    {
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      competence: text().notNull(),
      releaseVersion: text().notNull(),
      attemptId: id().notNull(),
      ability: real().notNull(),
      standardError: real().notNull(),
      level: whole().notNull(),
      /** The probability of each level, from 1 up. */
      probabilities: json().notNull(),
      responses: whole().notNull(),
      finishedAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.pupilId, t.competence, t.releaseVersion] }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
      foreignKey({
        columns: [t.schoolId, t.attemptId],
        foreignColumns: [attempt.schoolId, attempt.id],
      }),
      index('result_cohort').on(t.releaseVersion, t.competence, t.schoolId),
    ],
  );

  /** A teacher's word on a position of the school report, which stands over the rule. */
  const position = table(
    'position',
    {
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      competence: text().notNull(),
      /** Such as `2026-2027`. */
      schoolYear: text().notNull(),
      /** 1 to 3; 0 where the pupil is not to be positioned. */
      level: whole().notNull(),
      staffId: id().notNull(),
      saidAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.pupilId, t.competence, t.schoolYear] }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
    ],
  );

  return {
    publishedRelease,
    assessment,
    assessmentPupil,
    attempt,
    response,
    result,
    position,
  };
}
