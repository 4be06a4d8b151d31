import type { TableName, Tables } from '../tables/index.ts';

/**
 * Where the rows of a table lie when several servers share a database: spread by a column, each row
 * beside those it belongs with; on every server; or on the coordinator alone.
 */
export type Placement =
  | { readonly kind: 'reference' }
  | { readonly kind: 'local' }
  | { readonly kind: 'distributed'; readonly by: string; readonly beside: TableName | null };

type ColumnOf<Name extends TableName> = keyof Tables[Name]['_']['columns'] & string;

/** On every server: small, seldom changed, and looked up or referred to from everywhere. */
const everywhere: Placement = { kind: 'reference' };

/** On the coordinator alone: small, and with keys that no column of a school's is part of. */
const coordinator: Placement = { kind: 'local' };

/** The first table of those that are spread by the school; the others lie beside it. */
const FIRST_OF_SCHOOL = 'schoolClass';

const withSchool: Placement = {
  kind: 'distributed',
  by: 'schoolId' satisfies ColumnOf<'attempt'>,
  beside: FIRST_OF_SCHOOL,
};

/** Spread by a key of its own: it is looked up before the school is known. */
const byKey = (by: ColumnOf<'card'> | ColumnOf<'refreshToken'>): Placement => ({
  kind: 'distributed',
  by,
  beside: null,
});

/** The place of every table, a table after those that it refers to. */
export const placements = {
  school: everywhere,
  staff: everywhere,
  passkey: everywhere,
  invitation: everywhere,
  transfer: everywhere,
  publishedRelease: everywhere,
  schoolClass: { ...withSchool, beside: null },
  pupil: withSchool,
  membership: withSchool,
  pupilKey: withSchool,
  accommodation: withSchool,
  rosterDraft: withSchool,
  teaching: withSchool,
  assessment: withSchool,
  assessmentPupil: withSchool,
  attempt: withSchool,
  response: withSchool,
  result: withSchool,
  position: withSchool,
  accessLog: withSchool,
  erasure: withSchool,
  card: byKey('digest'),
  refreshToken: byKey('tokenDigest'),
  job: coordinator,
  exposureCount: coordinator,
  publication: everywhere,
  dashboardKey: everywhere,
  publishedFigures: coordinator,
} as const satisfies Record<TableName, Placement>;
