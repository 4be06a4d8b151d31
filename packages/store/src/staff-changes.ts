import { and, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { type Statement, statement } from './batch.ts';
import type { Db } from './engines/dialect.ts';
import type { NewRow, Tables } from './tables/index.ts';

/** The changes about who works at a school, and how they come in. */
export function staffChanges(
  db: Db,
  { invitation, passkey, refreshToken, staff, teaching }: Tables,
) {
  return {
    /** Removes an invitation. The batch is undone where it is not there: it is used once. */
    takeInvitation(id: string): Statement {
      return statement(db.delete(invitation).where(eq(invitation.id, id)), 1);
    },

    /** Removes what was sent to an address before, so that only the newest link works. */
    forgetInvitationsOf(where: { schoolId: string | null; email: string }): Statement {
      const isOf =
        where.schoolId === null
          ? isNull(invitation.schoolId)
          : eq(invitation.schoolId, where.schoolId);
      return statement(db.delete(invitation).where(and(isOf, eq(invitation.email, where.email))));
    },

    /** Removes the invitations that ended before an instant. */
    forgetInvitationsExpiredBefore(instant: Date): Statement {
      return statement(db.delete(invitation).where(lt(invitation.expiresAt, instant)));
    },

    /** Gives a member of staff another password, and ends every session of theirs. */
    changePassword(staffId: string, passwordHash: string): Statement[] {
      return [
        statement(db.update(staff).set({ passwordHash }).where(eq(staff.id, staffId)), 1),
        statement(db.delete(refreshToken).where(eq(refreshToken.actorId, staffId))),
      ];
    },

    /** Begins, changes or ends the second factor of somebody. */
    changeFactor(
      staffId: string,
      set: Pick<NewRow<'staff'>, 'factorSecret' | 'factorStep' | 'recoveryDigests'>,
    ): Statement {
      return statement(db.update(staff).set(set).where(eq(staff.id, staffId)), 1);
    },

    /** Uses a code of a step of time. The batch is undone where one of it was used before. */
    useFactor({
      staffId,
      step,
      recoveryDigests,
    }: {
      staffId: string;
      step: number;
      recoveryDigests?: readonly string[];
    }): Statement {
      return statement(
        db
          .update(staff)
          .set({ factorStep: step, ...(recoveryDigests && { recoveryDigests }) })
          .where(
            and(eq(staff.id, staffId), or(isNull(staff.factorStep), lt(staff.factorStep, step))),
          ),
        1,
      );
    },

    /**
     * Notes that a passkey was used, on a challenge of an instant. The batch is undone where the
     * passkey is gone; where its count of signatures has gone back, for then there is a copy of it
     * (many keys count none, and stay at 0); and where it was used since the challenge was made, so
     * that no challenge is good twice.
     */
    usePasskey({
      id,
      signCount,
      lastUsedAt,
      challengedAt,
    }: {
      id: string;
      signCount: number;
      /** Not before the challenge. */
      lastUsedAt: Date;
      challengedAt: Date;
    }): Statement {
      const goesOn = signCount === 0 ? lte(passkey.signCount, 0) : lt(passkey.signCount, signCount);
      const isUnused = or(isNull(passkey.lastUsedAt), lt(passkey.lastUsedAt, challengedAt));
      return statement(
        db
          .update(passkey)
          .set({ signCount, lastUsedAt })
          .where(and(eq(passkey.id, id), goesOn, isUnused)),
        1,
      );
    },

    /** Removes somebody's passkey. The batch is undone where it is not there. */
    removePasskey({ id, staffId }: { id: string; staffId: string }): Statement {
      return statement(
        db.delete(passkey).where(and(eq(passkey.id, id), eq(passkey.staffId, staffId))),
        1,
      );
    },

    /** Ends the teaching of some classes by somebody. */
    endTeaching(where: {
      schoolId: string;
      staffId: string;
      classIds: readonly string[];
    }): Statement {
      return statement(
        db
          .delete(teaching)
          .where(
            and(
              eq(teaching.schoolId, where.schoolId),
              eq(teaching.staffId, where.staffId),
              inArray(teaching.classId, [...where.classIds]),
            ),
          ),
      );
    },
  };
}
