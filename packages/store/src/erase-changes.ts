import { and, type Column, eq, exists, inArray, lt, or, sql } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Tables } from './tables/index.ts';

/** The changes by which what is kept about people ends. */
export function eraseChanges(db: Db, t: Tables) {
  const { accessLog, attempt, card, erasure, job, pupil, refreshToken, response, result } = t;
  const { accommodation, assessmentPupil, invitation, membership, passkey } = t;
  const { position, pupilKey, rosterDraft, staff, teaching, transfer } = t;

  type OfPupil =
    | typeof result
    | typeof accommodation
    | typeof assessmentPupil
    | typeof attempt
    | typeof card
    | typeof accessLog
    | typeof membership
    | typeof position
    | typeof pupilKey
    | typeof transfer;

  const recordErasures = (...rows: NewRow<'erasure'>[]): Statement =>
    statement(db.insert(erasure).values(rows).onConflictDoNothing());

  return {
    /** Records who was erased; whoever is recorded already stays as recorded. */
    recordErasures,

    /**
     * Removes a pupil with all that is kept about them, and records that. The one batch in which
     * responses are deleted. It is undone where the pupil is not there.
     */
    erasePupil(gone: NewRow<'erasure'>): Statement[] {
      const { schoolId, pupilId } = gone;
      const attempts = db
        .select({ id: attempt.id })
        .from(attempt)
        .where(and(eq(attempt.schoolId, schoolId), eq(attempt.pupilId, pupilId)));
      const ofPupil = (of: OfPupil) =>
        statement(db.delete(of).where(and(eq(of.schoolId, schoolId), eq(of.pupilId, pupilId))));
      // Ids are drawn at random: whatever holds this one, in whichever way, is about this pupil.
      const names = (text: Column) => sql`cast(${text} as text) like ${`%${pupilId}%`}`;
      return [
        statement(
          db
            .delete(response)
            .where(and(eq(response.schoolId, schoolId), inArray(response.attemptId, attempts))),
        ),
        ofPupil(result),
        ofPupil(attempt),
        ofPupil(assessmentPupil),
        ofPupil(accommodation),
        ofPupil(card),
        ofPupil(accessLog),
        ofPupil(membership),
        ofPupil(position),
        ofPupil(pupilKey),
        ofPupil(transfer),
        statement(
          db
            .delete(transfer)
            .where(and(eq(transfer.toSchoolId, schoolId), eq(transfer.toPupilId, pupilId))),
        ),
        // Whoever is erased may be named in one: it is read again in a minute.
        statement(db.delete(rosterDraft).where(eq(rosterDraft.schoolId, schoolId))),
        statement(
          db
            .delete(refreshToken)
            .where(and(eq(refreshToken.schoolId, schoolId), eq(refreshToken.actorId, pupilId))),
        ),
        statement(
          db
            .delete(job)
            .where(
              and(
                eq(job.schoolId, schoolId),
                or(
                  names(job.input),
                  names(job.uniqueKey),
                  names(job.checkpoint),
                  names(job.outcome),
                ),
              ),
            ),
        ),
        statement(
          db.delete(pupil).where(and(eq(pupil.schoolId, schoolId), eq(pupil.id, pupilId))),
          1,
        ),
        recordErasures(gone),
      ];
    },

    /**
     * Removes what a request that was under way left of pupils erased meanwhile: a look at them, a
     * session.
     */
    eraseRemnants(): Statement[] {
      const wasErased = (schoolId: Column, id: Column) =>
        exists(
          db
            .select({ found: sql`1` })
            .from(erasure)
            .where(and(eq(erasure.schoolId, schoolId), eq(erasure.pupilId, id))),
        );
      return [
        statement(db.delete(accessLog).where(wasErased(accessLog.schoolId, accessLog.pupilId))),
        statement(
          db.delete(refreshToken).where(wasErased(refreshToken.schoolId, refreshToken.actorId)),
        ),
      ];
    },

    /** Takes from a member of staff the name and every way in; what they gave to classes stays. */
    anonymiseStaff(id: string, as: Pick<NewRow<'staff'>, 'name' | 'email' | 'passwordHash'>) {
      return [
        statement(db.delete(refreshToken).where(eq(refreshToken.actorId, id))),
        statement(db.delete(passkey).where(eq(passkey.staffId, id))),
        statement(db.delete(teaching).where(eq(teaching.staffId, id))),
        statement(db.delete(rosterDraft).where(eq(rosterDraft.staffId, id))),
        statement(
          db.delete(invitation).where(or(eq(invitation.staffId, id), eq(invitation.givenBy, id))),
        ),
        statement(
          db
            .update(staff)
            .set({ ...as, factorSecret: null, factorStep: null, recoveryDigests: null })
            .where(eq(staff.id, id)),
          1,
        ),
      ];
    },

    /** Forgets who looked at whom before an instant. */
    forgetLooksBefore(instant: Date): Statement {
      return statement(db.delete(accessLog).where(lt(accessLog.at, instant)));
    },
  };
}
