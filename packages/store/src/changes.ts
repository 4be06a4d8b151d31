import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import { eraseChanges } from './erase-changes.ts';
import { groupChanges } from './group-changes.ts';
import { hotChanges } from './hot-changes.ts';
import { jobChanges } from './job-changes.ts';
import { publicationChanges } from './publication-changes.ts';
import { rosterChanges } from './roster-changes.ts';
import { staffChanges } from './staff-changes.ts';
import { transferChanges } from './transfer-changes.ts';
import type { NewRow, Row, TableName, Tables } from './tables/index.ts';

/** The changes that batches are made of. Each call gives one statement, applied by `write`. */
export function changes(db: Db, t: Tables) {
  const rowsOf =
    <Name extends TableName>(name: Name) =>
    (...rows: NewRow<Name>[]): Statement =>
      statement(db.insert<Tables[TableName]>(t[name]).values(rows), rows.length);

  return {
    ...hotChanges(db, t),
    ...jobChanges(db, t),
    ...eraseChanges(db, t),
    ...publicationChanges(db, t),
    ...rosterChanges(db, t),
    ...groupChanges(db, t),
    ...staffChanges(db, t),
    ...transferChanges(db, t),
    addDashboardKey: rowsOf('dashboardKey'),
    addTransfers: rowsOf('transfer'),
    addSchools: rowsOf('school'),
    addClasses: rowsOf('schoolClass'),
    addPupils: rowsOf('pupil'),
    addCards: rowsOf('card'),
    addRosterDraft: rowsOf('rosterDraft'),
    addStaff: rowsOf('staff'),
    addPasskey: rowsOf('passkey'),
    addTeaching: rowsOf('teaching'),
    addInvitation: rowsOf('invitation'),
    addRefreshToken: rowsOf('refreshToken'),
    addAccess: rowsOf('accessLog'),
    addAssessments: rowsOf('assessment'),
    addAssessmentPupils: rowsOf('assessmentPupil'),
    addAttempt: rowsOf('attempt'),

    /** Records a release; the same version again must carry the same hash. */
    publishRelease(row: NewRow<'publishedRelease'>): Statement {
      return statement(
        db
          .insert(t.publishedRelease)
          .values(row)
          .onConflictDoUpdate({
            target: t.publishedRelease.version,
            set: { framework: row.framework },
            setWhere: eq(t.publishedRelease.sha256, row.sha256),
          }),
        1,
      );
    },

    /** Marks a refresh token as replaced, unless that was done already. */
    replaceRefreshToken(tokenDigest: string, replacedAt: Date): Statement {
      const isCurrent = and(
        eq(t.refreshToken.tokenDigest, tokenDigest),
        isNull(t.refreshToken.replacedAt),
      );
      return statement(db.update(t.refreshToken).set({ replacedAt }).where(isCurrent), 1);
    },

    /** Ends a dashboard's key, which is there. */
    removeDashboardKey(id: string): Statement {
      return statement(db.delete(t.dashboardKey).where(eq(t.dashboardKey.id, id)), 1);
    },

    /** Forgets the refresh tokens that ended before an instant. */
    forgetTokensExpiredBefore(instant: Date): Statement {
      return statement(db.delete(t.refreshToken).where(lt(t.refreshToken.expiresAt, instant)));
    },

    /** Ends every token that follows one sign-in. */
    endTokenFamily(familyId: string): Statement {
      return statement(db.delete(t.refreshToken).where(eq(t.refreshToken.familyId, familyId)));
    },

    /** Keeps a pupil's latest result in a competence under a release. */
    keepResult(row: NewRow<'result'>): Statement {
      const { attemptId, ability, standardError, level, probabilities } = row;
      const { responses, finishedAt } = row;
      const { result } = t;
      return statement(
        db
          .insert(result)
          .values(row)
          .onConflictDoUpdate({
            target: [result.schoolId, result.pupilId, result.competence, result.releaseVersion],
            set: {
              ...{ attemptId, ability, standardError, level, probabilities },
              ...{ responses, finishedAt },
            },
          }),
        1,
      );
    },

    /** Forgets a result that no responses give. */
    forgetResult({ schoolId, pupilId, competence, releaseVersion }: Row<'result'>): Statement {
      const { result } = t;
      return statement(
        db
          .delete(result)
          .where(
            and(
              eq(result.schoolId, schoolId),
              eq(result.pupilId, pupilId),
              eq(result.competence, competence),
              eq(result.releaseVersion, releaseVersion),
            ),
          ),
      );
    },

    /** Forgets the counts of how often items and competences were met. */
    forgetExposure(): Statement {
      return statement(db.delete(t.exposureCount));
    },

    /** Adds to the counts of how often items and competences were met. */
    addExposure(...rows: NewRow<'exposureCount'>[]): Statement {
      const { exposureCount } = t;
      return statement(
        db
          .insert(exposureCount)
          .values(rows)
          .onConflictDoUpdate({
            target: [exposureCount.subject, exposureCount.key],
            set: { times: sql`exposure_count.times + excluded.times` },
          }),
        rows.length,
      );
    },
  };
}
