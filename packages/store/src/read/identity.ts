import { eq, sql } from 'drizzle-orm';
import type { Drizzle } from '../database.ts';
import { pupil, refreshToken, school, schoolClass, staff } from '../tables/index.ts';

/** Who people are and how they sign in. */
export function identityReads(db: Drizzle) {
  const pupilById = db
    .select({
      id: pupil.id,
      schoolId: pupil.schoolId,
      classId: pupil.classId,
      firstName: pupil.firstName,
      lastName: pupil.lastName,
      schoolName: school.name,
      className: schoolClass.name,
    })
    .from(pupil)
    .innerJoin(school, eq(school.id, pupil.schoolId))
    .innerJoin(schoolClass, eq(schoolClass.id, pupil.classId))
    .where(eq(pupil.id, sql.placeholder('id')))
    .prepare();

  return {
    async pupilByCard(cardDigest: string) {
      return db.select().from(pupil).where(eq(pupil.cardDigest, cardDigest)).get() ?? null;
    },
    /** A pupil with the names of class and school. */
    async pupilById(id: string) {
      return pupilById.get({ id }) ?? null;
    },
    async staffByEmail(email: string) {
      return db.select().from(staff).where(eq(staff.email, email)).get() ?? null;
    },
    async staffById(id: string) {
      return (
        db
          .select({
            id: staff.id,
            role: staff.role,
            schoolId: staff.schoolId,
            department: staff.department,
            name: staff.name,
            schoolName: school.name,
          })
          .from(staff)
          .leftJoin(school, eq(school.id, staff.schoolId))
          .where(eq(staff.id, id))
          .get() ?? null
      );
    },
    async refreshToken(tokenDigest: string) {
      return (
        db.select().from(refreshToken).where(eq(refreshToken.tokenDigest, tokenDigest)).get() ??
        null
      );
    },
    async schoolCount() {
      return db.$count(school);
    },
  };
}
