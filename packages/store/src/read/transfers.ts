import { aliasedTable, and, asc, eq, inArray, ne, or } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** What schools ask one another for. */
export function transferReads(db: Db, t: Tables) {
  const { pupil, pupilKey, school, schoolClass, transfer } = t;
  const asker = aliasedTable(school, 'asker');
  const holder = aliasedTable(school, 'holder');

  return {
    async byId(id: string) {
      return one(db.select().from(transfer).where(eq(transfer.id, id)));
    },
    /** Everything that a school asked for or was asked for, oldest first. */
    async ofSchool(schoolId: string) {
      return db
        .select({ transfer, askerName: asker.name, askerUai: asker.uai })
        .from(transfer)
        .innerJoin(asker, eq(asker.id, transfer.toSchoolId))
        .where(or(eq(transfer.schoolId, schoolId), eq(transfer.toSchoolId, schoolId)))
        .orderBy(asc(transfer.askedAt), asc(transfer.id));
    },
    /** Whom other schools know by one of some keys of a kind. */
    async knownElsewhere(where: { schoolId: string; kind: string; digests: readonly string[] }) {
      if (where.digests.length === 0) return [];
      return db
        .select({
          schoolId: pupilKey.schoolId,
          pupilId: pupilKey.pupilId,
          digest: pupilKey.digest,
        })
        .from(pupilKey)
        .where(
          and(
            eq(pupilKey.kind, where.kind),
            inArray(pupilKey.digest, [...where.digests]),
            ne(pupilKey.schoolId, where.schoolId),
          ),
        );
    },
    /** Some pupils of a school by name, whether they are there or have left. */
    async pupils(where: { schoolId: string; pupilIds: readonly string[] }) {
      if (where.pupilIds.length === 0) return [];
      return db
        .select({
          id: pupil.id,
          firstName: pupil.firstName,
          lastName: pupil.lastName,
          leftAt: pupil.leftAt,
          className: schoolClass.name,
          schoolYear: schoolClass.schoolYear,
        })
        .from(pupil)
        .innerJoin(
          schoolClass,
          and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId)),
        )
        .where(and(eq(pupil.schoolId, where.schoolId), inArray(pupil.id, [...where.pupilIds])));
    },
    /** The transfers of a pupil's record, to or from a school, with the names of both. */
    async ofPupil(where: { schoolId: string; pupilId: string }) {
      return db
        .select({ transfer, fromName: holder.name, toName: asker.name })
        .from(transfer)
        .innerJoin(holder, eq(holder.id, transfer.schoolId))
        .innerJoin(asker, eq(asker.id, transfer.toSchoolId))
        .where(
          or(
            and(eq(transfer.schoolId, where.schoolId), eq(transfer.pupilId, where.pupilId)),
            and(eq(transfer.toSchoolId, where.schoolId), eq(transfer.toPupilId, where.pupilId)),
          ),
        )
        .orderBy(asc(transfer.askedAt), asc(transfer.id));
    },
    /** When somebody asked for a record or answered; never of whom. */
    async askedOrAnsweredBy(staffId: string) {
      return db
        .select()
        .from(transfer)
        .where(or(eq(transfer.askedBy, staffId), eq(transfer.answeredBy, staffId)))
        .orderBy(asc(transfer.askedAt), asc(transfer.id));
    },
  };
}
