import { and, asc, count, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** What is kept about one person, who looked, who was erased, and what has had its time. */
export function rightsReads(db: Db, t: Tables) {
  const { accessLog, assessment, card, erasure, job, pupil, refreshToken, result } = t;
  const { accommodation, invitation, membership, position, pupilKey } = t;
  const { school, schoolClass, staff, teaching } = t;
  const inClass = and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId));
  type OnePupil = { schoolId: string; pupilId: string };

  return {
    /** The school of a national number. */
    async schoolByUai(uai: string) {
      return one(db.select().from(school).where(eq(school.uai, uai)));
    },
    /** A pupil with class and school. */
    async pupil({ schoolId, pupilId }: OnePupil) {
      return one(
        db
          .select({ pupil, schoolClass, school })
          .from(pupil)
          .innerJoin(school, eq(school.id, pupil.schoolId))
          .innerJoin(schoolClass, inClass)
          .where(and(eq(pupil.schoolId, schoolId), eq(pupil.id, pupilId))),
      );
    },
    /** How the product behaves for a pupil, and who said so; `null` where as for all. */
    async accommodation({ schoolId, pupilId }: OnePupil) {
      return one(
        db
          .select({
            measures: accommodation.measures,
            saidAt: accommodation.saidAt,
            staffName: staff.name,
            staffRole: staff.role,
          })
          .from(accommodation)
          .leftJoin(staff, eq(staff.id, accommodation.staffId))
          .where(and(eq(accommodation.schoolId, schoolId), eq(accommodation.pupilId, pupilId))),
      );
    },
    /** When somebody said what a pupil needs; never of whom. */
    async accommodationsBy(staffId: string) {
      return db
        .select({ saidAt: accommodation.saidAt })
        .from(accommodation)
        .where(eq(accommodation.staffId, staffId))
        .orderBy(asc(accommodation.saidAt));
    },
    /** The groups a pupil is in, by name. */
    async groups({ schoolId, pupilId }: OnePupil) {
      const rows = await db
        .select({ name: schoolClass.name })
        .from(membership)
        .innerJoin(
          schoolClass,
          and(
            eq(schoolClass.schoolId, membership.schoolId),
            eq(schoolClass.id, membership.classId),
          ),
        )
        .where(and(eq(membership.schoolId, schoolId), eq(membership.pupilId, pupilId)))
        .orderBy(asc(schoolClass.name));
      return rows.map(({ name }) => name);
    },
    /** What teachers said of a pupil's positions, by year and competence. */
    async positions({ schoolId, pupilId }: OnePupil) {
      return db
        .select({
          competence: position.competence,
          schoolYear: position.schoolYear,
          level: position.level,
          saidAt: position.saidAt,
        })
        .from(position)
        .where(and(eq(position.schoolId, schoolId), eq(position.pupilId, pupilId)))
        .orderBy(asc(position.schoolYear), asc(position.competence));
    },
    /** When somebody said positions, and how often. */
    async positionsBy(staffId: string) {
      return db
        .select({ competence: position.competence, saidAt: position.saidAt })
        .from(position)
        .where(eq(position.staffId, staffId))
        .orderBy(asc(position.saidAt), asc(position.competence));
    },
    /** What kinds of key a pupil is known by. */
    async keyKinds({ schoolId, pupilId }: OnePupil) {
      const rows = await db
        .select({ kind: pupilKey.kind })
        .from(pupilKey)
        .where(and(eq(pupilKey.schoolId, schoolId), eq(pupilKey.pupilId, pupilId)))
        .orderBy(asc(pupilKey.kind));
      return rows.map(({ kind }) => kind);
    },
    /** How many cards a pupil has, and how many of them ask for pictures. */
    async cardCount({ schoolId, pupilId }: OnePupil) {
      const [counted = { count: 0, withPictures: 0 }] = await db
        .select({ count: count(), withPictures: count(card.pictures) })
        .from(card)
        .where(and(eq(card.schoolId, schoolId), eq(card.pupilId, pupilId)));
      return counted;
    },
    /** A pupil's results under every release. */
    async results({ schoolId, pupilId }: OnePupil) {
      return db
        .select()
        .from(result)
        .where(and(eq(result.schoolId, schoolId), eq(result.pupilId, pupilId)))
        .orderBy(asc(result.competence), asc(result.releaseVersion));
    },
    /** Who looked at a pupil, oldest first; by name and role, as far as they are known. */
    async looksAt({ schoolId, pupilId }: OnePupil) {
      return db
        .select({
          schoolId: accessLog.schoolId,
          actorId: accessLog.actorId,
          pupilId: accessLog.pupilId,
          action: accessLog.action,
          at: accessLog.at,
          name: staff.name,
          role: staff.role,
        })
        .from(accessLog)
        .leftJoin(staff, eq(staff.id, accessLog.actorId))
        .where(and(eq(accessLog.schoolId, schoolId), eq(accessLog.pupilId, pupilId)))
        .orderBy(asc(accessLog.at), asc(accessLog.id));
    },
    /** The newest looks at a school's pupils, newest first: those before one of them. */
    async looksOfSchool(schoolId: string, before: string | null, limit: number) {
      return db
        .select({
          id: accessLog.id,
          action: accessLog.action,
          at: accessLog.at,
          staffName: staff.name,
          firstName: pupil.firstName,
          lastName: pupil.lastName,
        })
        .from(accessLog)
        .leftJoin(staff, eq(staff.id, accessLog.actorId))
        .leftJoin(pupil, and(eq(pupil.schoolId, schoolId), eq(pupil.id, accessLog.pupilId)))
        .where(
          and(
            eq(accessLog.schoolId, schoolId),
            before === null ? undefined : lt(accessLog.id, before),
          ),
        )
        .orderBy(desc(accessLog.id))
        .limit(limit);
    },
    /** The sessions of someone: when each token was given, and until when. Never a digest. */
    async sessionsOf(actorId: string) {
      return db
        .select({
          familyId: refreshToken.familyId,
          issuedAt: refreshToken.issuedAt,
          expiresAt: refreshToken.expiresAt,
        })
        .from(refreshToken)
        .where(eq(refreshToken.actorId, actorId))
        .orderBy(asc(refreshToken.issuedAt), asc(refreshToken.tokenDigest));
    },
    /** Classes that someone teaches, by year and name. */
    async classesTaught(staffId: string) {
      return db
        .select({ name: schoolClass.name, schoolYear: schoolClass.schoolYear })
        .from(teaching)
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, teaching.schoolId), eq(schoolClass.id, teaching.classId)),
        )
        .where(eq(teaching.staffId, staffId))
        .orderBy(asc(schoolClass.schoolYear), asc(schoolClass.name));
    },
    /** Assessments that someone gave, oldest first. */
    async assessmentsGivenBy(staffId: string) {
      return db
        .select()
        .from(assessment)
        .where(eq(assessment.givenBy, staffId))
        .orderBy(asc(assessment.givenAt), asc(assessment.id));
    },
    /** The links that somebody sent, or was sent to change a password; oldest first. */
    async invitationsAbout(staffId: string) {
      return db
        .select({ email: invitation.email, createdAt: invitation.createdAt })
        .from(invitation)
        .where(or(eq(invitation.staffId, staffId), eq(invitation.givenBy, staffId)))
        .orderBy(asc(invitation.createdAt), asc(invitation.id));
    },
    /** When someone looked at pupils, and what for; never at whom. */
    async looksBy(actorId: string) {
      return db
        .select({ action: accessLog.action, at: accessLog.at })
        .from(accessLog)
        .where(eq(accessLog.actorId, actorId))
        .orderBy(asc(accessLog.at), asc(accessLog.id));
    },

    /** Everyone who was erased. */
    async erasures() {
      return db.select().from(erasure).orderBy(asc(erasure.erasedAt), asc(erasure.pupilId));
    },
    /** Who was erased and is here again: an older copy of the database took this one's place. */
    async erasedYetPresent() {
      return db
        .select({
          schoolId: erasure.schoolId,
          pupilId: erasure.pupilId,
          erasedAt: erasure.erasedAt,
        })
        .from(erasure)
        .innerJoin(pupil, and(eq(pupil.schoolId, erasure.schoolId), eq(pupil.id, erasure.pupilId)))
        .orderBy(asc(erasure.erasedAt), asc(erasure.pupilId));
    },

    /** The school years of classes, such as `2026-2027`. */
    async schoolYears() {
      const rows = await db.selectDistinct({ year: schoolClass.schoolYear }).from(schoolClass);
      return rows.map(({ year }) => year);
    },
    /** Pupils whose class belongs to one of some school years. */
    async pupilsOfYears(years: readonly string[], limit: number) {
      if (years.length === 0) return [];
      return db
        .select({ schoolId: pupil.schoolId, pupilId: pupil.id })
        .from(pupil)
        .innerJoin(schoolClass, inClass)
        .where(inArray(schoolClass.schoolYear, [...years]))
        .orderBy(asc(pupil.schoolId), asc(pupil.id))
        .limit(limit);
    },
    async countPupilsOfYears(years: readonly string[]) {
      if (years.length === 0) return 0;
      const found = await one(
        db
          .select({ pupils: count() })
          .from(pupil)
          .innerJoin(schoolClass, inClass)
          .where(inArray(schoolClass.schoolYear, [...years])),
      );
      return found?.pupils ?? 0;
    },
    /** How many sessions, looks and jobs have had their time. */
    async countOverdue(before: { sessions: Date; looks: Date; jobs: Date }) {
      const [sessions, looks, jobs] = await Promise.all([
        db.$count(refreshToken, lt(refreshToken.expiresAt, before.sessions)),
        db.$count(accessLog, lt(accessLog.at, before.looks)),
        db.$count(
          job,
          and(inArray(job.status, ['done', 'failed']), lt(job.finishedAt, before.jobs)),
        ),
      ]);
      return { sessions, looks, jobs };
    },
  };
}
