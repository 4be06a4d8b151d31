import type { Kit } from './kit.ts';

/** Who is signed in, and who looked at whom. */
export function sessionTables(kit: Kit) {
  const { table, primaryKey, index, id, text, instant, choice } = kit;

  /** One refresh token, hashed. A family is the chain of tokens that follow one sign-in. */
  const refreshToken = table(
    'refresh_token',
    {
      tokenDigest: text().primaryKey(),
      familyId: id().notNull(),
      actorId: id().notNull(),
      role: choice('pupil', 'teacher', 'administrator', 'inspector').notNull(),
      /** Of whoever belongs to one; none for an inspector. */
      schoolId: id(),
      issuedAt: instant().notNull(),
      expiresAt: instant().notNull(),
      /** When a newer token took its place. */
      replacedAt: instant(),
    },
    (t) => [
      index('refresh_token_family').on(t.familyId),
      index('refresh_token_actor').on(t.actorId),
      index('refresh_token_expiry').on(t.expiresAt),
      index('refresh_token_school').on(t.schoolId, t.tokenDigest),
    ],
  );

  /** Who looked at which pupil, and what for. */
  const accessLog = table(
    'access_log',
    {
      schoolId: id().notNull(),
      id: id().notNull(),
      actorId: id().notNull(),
      pupilId: id().notNull(),
      action: text().notNull(),
      at: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.id] }),
      index('access_log_pupil').on(t.schoolId, t.pupilId, t.at),
    ],
  );

  return { refreshToken, accessLog };
}
