import { and, eq, isNull, lt } from 'drizzle-orm';
import { hotChanges } from './hot-changes.ts';
import type { Statement } from './batch.ts';
import type { Drizzle } from './database.ts';
import * as t from './tables/index.ts';

/** The changes that batches are made of. Each call gives one statement, applied by `write`. */
export function changes(db: Drizzle) {
  const rowsOf =
    <Row>(insert: (rows: Row[]) => { run(): { changes: number } }) =>
    (...rows: Row[]): Statement => ({ run: () => insert(rows).run(), mustChange: rows.length });

  return {
    ...hotChanges(db),
    addSchools: rowsOf<typeof t.school.$inferInsert>((rows) => db.insert(t.school).values(rows)),
    addClasses: rowsOf<typeof t.schoolClass.$inferInsert>((rows) =>
      db.insert(t.schoolClass).values(rows),
    ),
    addPupils: rowsOf<typeof t.pupil.$inferInsert>((rows) => db.insert(t.pupil).values(rows)),
    addStaff: rowsOf<typeof t.staff.$inferInsert>((rows) => db.insert(t.staff).values(rows)),
    addTeaching: rowsOf<typeof t.teaching.$inferInsert>((rows) =>
      db.insert(t.teaching).values(rows),
    ),
    addRefreshToken: rowsOf<typeof t.refreshToken.$inferInsert>((rows) =>
      db.insert(t.refreshToken).values(rows),
    ),
    addAccess: rowsOf<typeof t.accessLog.$inferInsert>((rows) =>
      db.insert(t.accessLog).values(rows),
    ),
    addAssessment: rowsOf<typeof t.assessment.$inferInsert>((rows) =>
      db.insert(t.assessment).values(rows),
    ),
    addAttempt: rowsOf<typeof t.attempt.$inferInsert>((rows) => db.insert(t.attempt).values(rows)),

    /** Records a release; the same version again must carry the same hash. */
    publishRelease(row: typeof t.publishedRelease.$inferInsert): Statement {
      return {
        run: () =>
          db
            .insert(t.publishedRelease)
            .values(row)
            .onConflictDoUpdate({
              target: t.publishedRelease.version,
              set: { framework: row.framework },
              setWhere: eq(t.publishedRelease.sha256, row.sha256),
            })
            .run(),
        mustChange: 1,
      };
    },

    /** Marks a refresh token as replaced, unless that was done already. */
    replaceRefreshToken(tokenDigest: string, replacedAt: Date): Statement {
      return {
        run: () =>
          db
            .update(t.refreshToken)
            .set({ replacedAt })
            .where(
              and(eq(t.refreshToken.tokenDigest, tokenDigest), isNull(t.refreshToken.replacedAt)),
            )
            .run(),
        mustChange: 1,
      };
    },

    /** Forgets the refresh tokens that ended before an instant. */
    forgetTokensExpiredBefore(instant: Date): Statement {
      return {
        run: () => db.delete(t.refreshToken).where(lt(t.refreshToken.expiresAt, instant)).run(),
      };
    },

    /** Ends every token that follows one sign-in. */
    endTokenFamily(familyId: string): Statement {
      return {
        run: () => db.delete(t.refreshToken).where(eq(t.refreshToken.familyId, familyId)).run(),
      };
    },

    /** Keeps a pupil's latest result in a competence under a release. */
    keepResult(row: typeof t.result.$inferInsert): Statement {
      const { schoolId, pupilId, competence, releaseVersion, ...rest } = row;
      return {
        run: () =>
          db
            .insert(t.result)
            .values({ schoolId, pupilId, competence, releaseVersion, ...rest })
            .onConflictDoUpdate({
              target: [
                t.result.schoolId,
                t.result.pupilId,
                t.result.competence,
                t.result.releaseVersion,
              ],
              set: rest,
            })
            .run(),
        mustChange: 1,
      };
    },

    /** Forgets every derived result; they are made again from the responses. */
    forgetResults(): Statement {
      return { run: () => db.delete(t.result).run() };
    },
  };
}
