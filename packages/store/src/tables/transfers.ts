import type { Kit } from './kit.ts';
import type { RosterTables } from './roster.ts';

/** What one school asks another for. */
export function transferTables(kit: Kit, { school }: RosterTables) {
  const { table, index, id, instant, choice } = kit;

  /**
   * A school asks for the record of a pupil who came to it; the one that has it answers. The record
   * is then copied: both rows stay until their own school's time is over.
   */
  const transfer = table(
    'transfer',
    {
      id: id().primaryKey(),
      /** Who has the record. */
      schoolId: id()
        .notNull()
        .references(() => school.id),
      pupilId: id().notNull(),
      /** Who asks for it, and who the pupil is there. A school may be copied without the other. */
      toSchoolId: id().notNull(),
      toPupilId: id().notNull(),
      askedBy: id().notNull(),
      askedAt: instant().notNull(),
      /** None until it is answered. */
      answer: choice('agreed', 'refused'),
      answeredBy: id(),
      answeredAt: instant(),
    },
    (t) => [
      index('transfer_school').on(t.schoolId, t.pupilId),
      index('transfer_to_school').on(t.toSchoolId, t.toPupilId),
    ],
  );

  return { transfer };
}
