import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** Who people are and how they sign in. */
export function identityReads(db: Db, t: Tables) {
  const { card, pupil, refreshToken, school, schoolClass, staff } = t;
  const pupilById = db
    .select({
      id: pupil.id,
      schoolId: pupil.schoolId,
      classId: pupil.classId,
      firstName: pupil.firstName,
      lastName: pupil.lastName,
      leftAt: pupil.leftAt,
      schoolName: school.name,
      schoolDepartment: school.department,
      className: schoolClass.name,
    })
    .from(pupil)
    .innerJoin(school, eq(school.id, pupil.schoolId))
    .innerJoin(
      schoolClass,
      and(eq(schoolClass.schoolId, pupil.schoolId), eq(schoolClass.id, pupil.classId)),
    )
    .where(
      and(
        eq(pupil.schoolId, sql.placeholder('schoolId')),
        eq(pupil.id, sql.placeholder('pupilId')),
      ),
    )
    .prepare('pupil_by_id');

  return {
    /** Whose card the words of a digest are, and whether it asks for pictures besides. */
    async pupilByCard(digest: string) {
      return one(
        db
          .select({ schoolId: card.schoolId, pupilId: card.pupilId, pictures: card.pictures })
          .from(card)
          .where(eq(card.digest, digest)),
      );
    },
    /** A pupil with the names of class and school, and the school's département. */
    async pupilById(where: { schoolId: string; pupilId: string }) {
      return one(pupilById.execute(where));
    },
    async staffByEmail(email: string) {
      return one(db.select().from(staff).where(eq(staff.email, email)));
    },
    /** What guards the account of a member of staff. */
    async staffAccount(id: string) {
      return one(
        db
          .select({
            name: staff.name,
            email: staff.email,
            passwordHash: staff.passwordHash,
            factorSecret: staff.factorSecret,
            recoveryDigests: staff.recoveryDigests,
          })
          .from(staff)
          .where(eq(staff.id, id)),
      );
    },
    async staffById(id: string) {
      return one(
        db
          .select({
            id: staff.id,
            role: staff.role,
            schoolId: staff.schoolId,
            territoryKind: staff.territoryKind,
            territoryCode: staff.territoryCode,
            name: staff.name,
            schoolName: school.name,
            schoolDepartment: school.department,
          })
          .from(staff)
          .leftJoin(school, eq(school.id, staff.schoolId))
          .where(eq(staff.id, id)),
      );
    },
    async refreshToken(tokenDigest: string) {
      return one(db.select().from(refreshToken).where(eq(refreshToken.tokenDigest, tokenDigest)));
    },
    /** A district that schools are in: its name, and a département of theirs. */
    async district(code: string) {
      return one(
        db
          .select({ name: school.districtName, department: school.department })
          .from(school)
          .where(eq(school.districtCode, code))
          .orderBy(asc(school.uai))
          .limit(1),
      );
    },
    async schoolCount() {
      return db.$count(school);
    },
  };
}
