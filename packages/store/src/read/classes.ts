import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { membersOf } from './members.ts';
import { one } from './one.ts';

const { compare } = new Intl.Collator('fr');

/** Classes, who is in them, and what is known of these. */
export function classReads(db: Db, t: Tables) {
  const { accommodation, attempt, membership, position, pupil } = t;
  const { result, schoolClass, teaching } = t;
  const { ofClass } = membersOf(db, t);
  const summary = {
    id: schoolClass.id,
    name: schoolClass.name,
    yearGroup: schoolClass.yearGroup,
    schoolYear: schoolClass.schoolYear,
    kind: schoolClass.kind,
    origin: schoolClass.origin,
    pupils: db.$count(pupil, ofClass(schoolClass.schoolId, schoolClass.id)),
  };

  return {
    async taughtBy(where: { schoolId: string; staffId: string }) {
      return db
        .select(summary)
        .from(teaching)
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, teaching.schoolId), eq(schoolClass.id, teaching.classId)),
        )
        .where(and(eq(teaching.schoolId, where.schoolId), eq(teaching.staffId, where.staffId)))
        .orderBy(asc(schoolClass.name));
    },
    /**
     * Who is at the school and in the classes and groups that somebody teaches, of a school year and
     * later ones: a row for each place of a pupil.
     */
    async pupilsTaughtBy(where: { schoolId: string; staffId: string; since: string }) {
      const place = {
        ...{ classId: schoolClass.id, className: schoolClass.name, kind: schoolClass.kind },
        schoolYear: schoolClass.schoolYear,
        ...{ id: pupil.id, firstName: pupil.firstName, lastName: pupil.lastName },
        yearGroup: pupil.yearGroup,
        classYearGroup: schoolClass.yearGroup,
      };
      const isTaught = and(
        eq(teaching.schoolId, where.schoolId),
        eq(teaching.staffId, where.staffId),
        eq(schoolClass.schoolId, where.schoolId),
        gte(schoolClass.schoolYear, where.since),
        eq(pupil.schoolId, where.schoolId),
        isNull(pupil.leftAt),
      );
      return db
        .select(place)
        .from(teaching)
        .innerJoin(schoolClass, eq(schoolClass.id, teaching.classId))
        .innerJoin(pupil, eq(pupil.classId, schoolClass.id))
        .where(isTaught)
        .unionAll(
          db
            .select(place)
            .from(teaching)
            .innerJoin(schoolClass, eq(schoolClass.id, teaching.classId))
            .innerJoin(membership, eq(membership.classId, schoolClass.id))
            .innerJoin(pupil, eq(pupil.id, membership.pupilId))
            .where(and(isTaught, eq(membership.schoolId, where.schoolId))),
        );
    },
    async byId(where: { schoolId: string; classId: string }) {
      return one(
        db
          .select(summary)
          .from(schoolClass)
          .where(and(eq(schoolClass.schoolId, where.schoolId), eq(schoolClass.id, where.classId))),
      );
    },
    /** Whether a pupil is in a class or a group, and at the school. */
    async hasMember(where: { schoolId: string; classId: string; pupilId: string }) {
      const found = await one(
        db
          .select({ id: pupil.id })
          .from(pupil)
          .where(and(ofClass(where.schoolId, where.classId), eq(pupil.id, where.pupilId))),
      );
      return found !== null;
    },
    /** By last name, then first name, as French sorts them (Érable before Frêne), then id. */
    async pupils(where: { schoolId: string; classId: string }) {
      const rows = await db
        .select({
          id: pupil.id,
          firstName: pupil.firstName,
          lastName: pupil.lastName,
          className: schoolClass.name,
          /** Their own, or that of their class. */
          yearGroup: sql<string>`coalesce(${pupil.yearGroup}, ${schoolClass.yearGroup})`,
        })
        .from(pupil)
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId)),
        )
        .where(ofClass(where.schoolId, where.classId))
        .orderBy(asc(pupil.id));
      return rows.sort(
        (a, b) => compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName),
      );
    },
    /** Under every release. */
    async results(where: { schoolId: string; classId: string }) {
      const rows = await db
        .select({ result })
        .from(result)
        .innerJoin(pupil, and(eq(pupil.schoolId, result.schoolId), eq(pupil.id, result.pupilId)))
        .where(and(eq(result.schoolId, where.schoolId), ofClass(where.schoolId, where.classId)))
        .orderBy(asc(result.pupilId), asc(result.competence), asc(result.releaseVersion));
      return rows.map((row) => row.result);
    },
    /** The measures that were finished since an instant, oldest first. */
    async measures(where: { schoolId: string; classId: string; since: Date }) {
      const rows = await db
        .select({ attempt })
        .from(attempt)
        .innerJoin(pupil, and(eq(pupil.schoolId, attempt.schoolId), eq(pupil.id, attempt.pupilId)))
        .where(
          and(
            eq(attempt.schoolId, where.schoolId),
            ofClass(where.schoolId, where.classId),
            eq(attempt.mode, 'measure'),
            eq(attempt.status, 'finished'),
            gte(attempt.finishedAt, where.since),
          ),
        )
        .orderBy(asc(attempt.finishedAt), asc(attempt.id));
      return rows.map((row) => row.attempt);
    },
    /** How the product behaves for those of a class who need it otherwise than all. */
    async accommodations(where: { schoolId: string; classId: string }) {
      const rows = await db
        .select({ accommodation })
        .from(accommodation)
        .innerJoin(
          pupil,
          and(eq(pupil.schoolId, accommodation.schoolId), eq(pupil.id, accommodation.pupilId)),
        )
        .where(
          and(eq(accommodation.schoolId, where.schoolId), ofClass(where.schoolId, where.classId)),
        );
      return rows.map((row) => row.accommodation);
    },
    /** What teachers said of positions in a school year. */
    async positions(where: { schoolId: string; classId: string; schoolYear: string }) {
      const rows = await db
        .select({ position })
        .from(position)
        .innerJoin(
          pupil,
          and(eq(pupil.schoolId, position.schoolId), eq(pupil.id, position.pupilId)),
        )
        .where(
          and(
            eq(position.schoolId, where.schoolId),
            eq(position.schoolYear, where.schoolYear),
            ofClass(where.schoolId, where.classId),
          ),
        );
      return rows.map((row) => row.position);
    },
  };
}
