import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../engines/dialect.ts';
import type { Tables } from '../tables/index.ts';
import { one } from './one.ts';

/** Who works at a school, by what they sign in, and who was invited. */
export function staffReads(db: Db, { invitation, passkey, school, staff }: Tables) {
  return {
    /** The staff of a school, by name. */
    async ofSchool(schoolId: string) {
      return db
        .select({ id: staff.id, role: staff.role, name: staff.name, email: staff.email })
        .from(staff)
        .where(eq(staff.schoolId, schoolId))
        .orderBy(asc(staff.name), asc(staff.id));
    },
    /** A member of a school's staff. */
    async member(where: { schoolId: string; staffId: string }) {
      return one(
        db
          .select({ id: staff.id, role: staff.role, name: staff.name, email: staff.email })
          .from(staff)
          .where(and(eq(staff.schoolId, where.schoolId), eq(staff.id, where.staffId))),
      );
    },
    /** Who of a school has a second factor: a code of an authenticator, or a passkey. */
    async withSecondFactor(schoolId: string) {
      const code = and(eq(staff.schoolId, schoolId), isNotNull(staff.factorSecret));
      return db
        .select({ id: staff.id })
        .from(staff)
        .where(code)
        .union(
          db.select({ id: passkey.staffId }).from(passkey).where(eq(passkey.schoolId, schoolId)),
        );
    },
    /** Somebody's passkeys, oldest first. */
    async passkeys(staffId: string) {
      return db
        .select()
        .from(passkey)
        .where(eq(passkey.staffId, staffId))
        .orderBy(asc(passkey.createdAt), asc(passkey.id));
    },
    /** A passkey by its credential's id, and whose it is. */
    async passkey(id: string) {
      return one(db.select().from(passkey).where(eq(passkey.id, id)));
    },
    /** The invitations of a school, oldest first. */
    async invitations(schoolId: string) {
      return db
        .select()
        .from(invitation)
        .where(eq(invitation.schoolId, schoolId))
        .orderBy(asc(invitation.createdAt), asc(invitation.id));
    },
    /** The invitation of a link, with the name of its school; an inspector's has none. */
    async invitationByDigest(digest: string) {
      return one(
        db
          .select({ invitation, schoolName: school.name })
          .from(invitation)
          .leftJoin(school, eq(school.id, invitation.schoolId))
          .where(eq(invitation.digest, digest)),
      );
    },
  };
}
