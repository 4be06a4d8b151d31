import type { TableName } from './tables/index.ts';

/** What becomes of a table's rows about someone who is erased. */
export type OnErasure =
  /** They go. */
  | 'removed'
  /** They stay, and lead to nobody any more. */
  | 'anonymous'
  /** They stay, so that no restore brings the person back: ids that mean nothing elsewhere. */
  | 'kept';

interface About {
  /**
   * Where in the person's export they are: a path of its keys; `null` where they hold no more than
   * the fact that the person is known.
   */
  exported: string | null;
  erased: OnErasure;
}

interface PersonalTable {
  pupil?: About;
  staff?: About;
}

/**
 * Every table that holds something about a person. Export, erasure and the register of
 * `docs/privacy.md` are tested against it, and so are the tables' columns: a table that is added
 * must be declared here, exported and erased.
 */
export const personalData = {
  pupil: { pupil: { exported: 'pupil', erased: 'removed' } },
  membership: { pupil: { exported: 'groups', erased: 'removed' } },
  pupilKey: { pupil: { exported: 'knownBy', erased: 'removed' } },
  accommodation: {
    pupil: { exported: 'accommodations', erased: 'removed' },
    staff: { exported: 'accommodations', erased: 'anonymous' },
  },
  // Names of a roster that nobody has confirmed yet: gone within a day.
  rosterDraft: {
    pupil: { exported: null, erased: 'removed' },
    staff: { exported: null, erased: 'removed' },
  },
  card: { pupil: { exported: 'cards', erased: 'removed' } },
  assessmentPupil: { pupil: { exported: 'assessments', erased: 'removed' } },
  attempt: { pupil: { exported: 'attempts', erased: 'removed' } },
  response: { pupil: { exported: 'attempts.responses', erased: 'removed' } },
  result: { pupil: { exported: 'results', erased: 'removed' } },
  position: {
    pupil: { exported: 'positions', erased: 'removed' },
    staff: { exported: 'positions', erased: 'anonymous' },
  },
  accessLog: {
    pupil: { exported: 'looks', erased: 'removed' },
    staff: { exported: 'looks', erased: 'anonymous' },
  },
  refreshToken: {
    pupil: { exported: 'sessions', erased: 'removed' },
    staff: { exported: 'sessions', erased: 'removed' },
  },
  transfer: {
    pupil: { exported: 'transfers', erased: 'removed' },
    staff: { exported: 'transfers', erased: 'anonymous' },
  },
  // Ids and figures of work under way; of an inspector, which export was asked for.
  job: {
    pupil: { exported: null, erased: 'removed' },
    staff: { exported: null, erased: 'anonymous' },
  },
  erasure: { pupil: { exported: null, erased: 'kept' } },
  staff: { staff: { exported: 'staff', erased: 'anonymous' } },
  passkey: { staff: { exported: 'passkeys', erased: 'removed' } },
  invitation: { staff: { exported: 'invitations', erased: 'removed' } },
  teaching: { staff: { exported: 'classes', erased: 'removed' } },
  assessment: { staff: { exported: 'assessments', erased: 'anonymous' } },
} as const satisfies Partial<Record<TableName, PersonalTable>>;

/** Names that a column has where it says who a row is about. */
export const personalColumns: ReadonlySet<string> = new Set([
  'pupil_id',
  'actor_id',
  'attempt_id',
  'staff_id',
  'given_by',
  'to_pupil_id',
  'asked_by',
  'answered_by',
]);
