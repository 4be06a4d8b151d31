import type { Kit } from './kit.ts';

/** Who belongs to what. A table of a school's own begins its keys with the school. */
export function rosterTables(kit: Kit) {
  const { table, primaryKey, foreignKey, index, uniqueIndex } = kit;
  const { id, text, whole, real, instant, json, choice } = kit;

  const school = table('school', {
    id: id().primaryKey(),
    /** Unité administrative immatriculée: the school's national number. */
    uai: text().notNull().unique(),
    name: text().notNull(),
    /** Code of the département, such as `69`. */
    department: text().notNull(),
    // What the national directory says of it; none where it was not read or does not say.
    type: choice('primary', 'college', 'lycee', 'lycee-pro', 'other'),
    sector: choice('public', 'private-contract', 'private'),
    /** Priority education. */
    priority: choice('none', 'rep', 'rep-plus'),
    /** How densely peopled its commune is. */
    setting: choice('dense', 'intermediate', 'rural'),
    /** Pupils of the school, all together. */
    enrolment: whole(),
    /** Circonscription of a primary school, or bassin of another. */
    districtCode: text(),
    districtName: text(),
  });

  const schoolClass = table(
    'school_class',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      name: text().notNull(),
      yearGroup: text().notNull(),
      /** Such as `2026-2027`. */
      schoolYear: text().notNull(),
      /** A pupil is in one class, and in any number of groups. */
      kind: choice('class', 'group').notNull().default('class'),
      /** Whether it comes and goes with the rosters, or a person of the school made it. */
      origin: choice('roster', 'school').notNull().default('roster'),
    },
    (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
  );

  const pupil = table(
    'pupil',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      classId: id().notNull(),
      firstName: text().notNull(),
      lastName: text().notNull(),
      /** Their own, such as `CE1` in a class of `CE1-CE2`; none where no roster has said it. */
      yearGroup: text(),
      /** Since when they are at the school no more. They stay in their last class. */
      leftAt: instant(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.id] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
      index('pupil_class').on(t.schoolId, t.classId),
    ],
  );

  /** Who belongs to which group. The class a pupil is in stands with the pupil. */
  const membership = table(
    'membership',
    {
      schoolId: id().notNull(),
      classId: id().notNull(),
      pupilId: id().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.classId, t.pupilId] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
      index('membership_pupil').on(t.schoolId, t.pupilId),
    ],
  );

  /** What a roster knows a pupil by again: keyed digests, which nobody can read. */
  const pupilKey = table(
    'pupil_key',
    {
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      /** Such as `ine`. */
      kind: text().notNull(),
      digest: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.pupilId, t.kind] }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
      index('pupil_key_digest').on(t.kind, t.digest),
    ],
  );

  /** How the product is to behave for a pupil with a need of their own. Never why. */
  const accommodation = table(
    'accommodation',
    {
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      /** A list of words, such as `extra-time`. */
      measures: json().notNull(),
      /** Who said so last. */
      staffId: id().notNull(),
      saidAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.pupilId] }),
      foreignKey({
        columns: [t.schoolId, t.pupilId],
        foreignColumns: [pupil.schoolId, pupil.id],
      }),
    ],
  );

  /** A roster that was read and waits for a person to confirm it, for a day at most. */
  const rosterDraft = table(
    'roster_draft',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      id: id().notNull(),
      /** Who brought it. */
      staffId: id().notNull(),
      content: json().notNull(),
      createdAt: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('roster_draft_age').on(t.createdAt)],
  );

  /**
   * Whose card the words are. Apart from the pupil: whoever types them has not said in which
   * school, so that this table alone is keyed, and distributed, by the digest.
   */
  const card = table(
    'card',
    {
      /** Keyed digest of the words on the pupil's card. */
      digest: text().primaryKey(),
      schoolId: id().notNull(),
      pupilId: id().notNull(),
      /** Keyed digest of the row of pictures that the card asks for besides; none where of none. */
      pictures: text(),
    },
    (t) => [index('card_pupil').on(t.schoolId, t.pupilId)],
  );

  const staff = table(
    'staff',
    {
      id: id().primaryKey(),
      role: choice('teacher', 'administrator', 'inspector').notNull(),
      /** A teacher's or an administrator's school; none for an inspector. */
      schoolId: id().references(() => school.id),
      /** What an inspector's territory is; none for others. */
      territoryKind: choice('district', 'department', 'academy', 'country'),
      territoryCode: text(),
      name: text().notNull(),
      email: text().notNull(),
      passwordHash: text().notNull(),
      /** The secret of a second factor, sealed; none where signing in asks for the password alone. */
      factorSecret: text(),
      /** The step of time of the last code that was used: no code is good twice. */
      factorStep: whole(),
      /** Keyed digests of the recovery codes that are left. */
      recoveryDigests: json(),
    },
    (t) => [
      uniqueIndex('staff_email_unique').on(t.email),
      index('staff_school').on(t.schoolId, t.id),
    ],
  );

  /** A key on a device by which a member of staff signs in (WebAuthn). */
  const passkey = table(
    'passkey',
    {
      /** The credential's id, base64url. */
      id: text().primaryKey(),
      staffId: id()
        .notNull()
        .references(() => staff.id),
      /** Of whoever belongs to one; none for an inspector. */
      schoolId: id(),
      /** COSE key, base64url. */
      publicKey: text().notNull(),
      /** How often the device says it has signed: a copy of it would fall behind. */
      signCount: real().notNull(),
      /** How the browser may reach the device, as it said; a list of words. */
      transports: json().notNull(),
      /** What its owner calls it. */
      name: text().notNull(),
      createdAt: instant().notNull(),
      lastUsedAt: instant(),
    },
    (t) => [index('passkey_staff').on(t.staffId), index('passkey_school').on(t.schoolId, t.id)],
  );

  const teaching = table(
    'teaching',
    {
      schoolId: id()
        .notNull()
        .references(() => school.id),
      classId: id().notNull(),
      staffId: id()
        .notNull()
        .references(() => staff.id),
    },
    (t) => [
      primaryKey({ columns: [t.schoolId, t.classId, t.staffId] }),
      foreignKey({
        columns: [t.schoolId, t.classId],
        foreignColumns: [schoolClass.schoolId, schoolClass.id],
      }),
    ],
  );

  /**
   * A link by which a member of staff comes in: a newcomer chooses a password for an account to be,
   * or somebody known a new one.
   */
  const invitation = table(
    'invitation',
    {
      id: id().primaryKey(),
      /** SHA-256 of the link's token. */
      digest: text().notNull(),
      /** None for an inspector. */
      schoolId: id().references(() => school.id),
      /** Whose password it changes; none for a newcomer. */
      staffId: id(),
      /** The administrator who sent it; none where whoever runs the service did. */
      givenBy: id(),
      role: choice('teacher', 'administrator', 'inspector').notNull(),
      /** Of an inspector to be; none for others. */
      territoryKind: choice('district', 'department', 'academy', 'country'),
      territoryCode: text(),
      name: text().notNull(),
      email: text().notNull(),
      /** The classes that a newcomer will teach: a list of ids. */
      classIds: json().notNull(),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex('invitation_digest').on(t.digest),
      index('invitation_school').on(t.schoolId, t.id),
      index('invitation_expiry').on(t.expiresAt),
    ],
  );

  return {
    school,
    schoolClass,
    pupil,
    membership,
    pupilKey,
    accommodation,
    rosterDraft,
    card,
    staff,
    passkey,
    teaching,
    invitation,
  };
}

export type RosterTables = ReturnType<typeof rosterTables>;
