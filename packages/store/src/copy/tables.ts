import type { TableName } from '../tables/index.ts';

/** How the rows of a table are gone through: school by school, each in the order of its keys. */
export interface CopiedTable {
  readonly name: TableName;
  /** The column that holds the school. Rows without one belong to no school: they are shared. */
  readonly school: string;
  /** What tells the rows of one school apart, in the order that an index keeps. */
  readonly key: readonly string[];
  /** The columns of the primary key. */
  readonly primary: readonly string[];
}

const inSchool = (name: TableName, ...key: string[]): CopiedTable => ({
  name,
  school: 'schoolId',
  key,
  primary: ['schoolId', ...key],
});

const ownKey = (name: TableName, primary: string, ...before: string[]): CopiedTable => ({
  name,
  school: 'schoolId',
  key: [...before, primary],
  primary: [primary],
});

/** What a school holds; a table comes after those that it refers to. */
export const schoolTables = {
  school: { name: 'school', school: 'id', key: ['id'], primary: ['id'] },
  staff: ownKey('staff', 'id'),
  erasure: inSchool('erasure', 'pupilId'),
  schoolClass: inSchool('schoolClass', 'id'),
  pupil: inSchool('pupil', 'id'),
  membership: inSchool('membership', 'classId', 'pupilId'),
  pupilKey: inSchool('pupilKey', 'pupilId', 'kind'),
  accommodation: inSchool('accommodation', 'pupilId'),
  rosterDraft: inSchool('rosterDraft', 'id'),
  card: ownKey('card', 'digest', 'pupilId'),
  passkey: ownKey('passkey', 'id'),
  teaching: inSchool('teaching', 'classId', 'staffId'),
  invitation: ownKey('invitation', 'id'),
  assessment: inSchool('assessment', 'id'),
  assessmentPupil: inSchool('assessmentPupil', 'assessmentId', 'pupilId'),
  attempt: inSchool('attempt', 'id'),
  response: inSchool('response', 'attemptId', 'ordinal'),
  result: inSchool('result', 'pupilId', 'competence', 'releaseVersion'),
  position: inSchool('position', 'pupilId', 'competence', 'schoolYear'),
  transfer: ownKey('transfer', 'id'),
  refreshToken: ownKey('refreshToken', 'tokenDigest'),
  accessLog: inSchool('accessLog', 'id'),
  job: ownKey('job', 'id'),
} as const satisfies Record<string, CopiedTable>;

/** Tables that also hold rows of no school. */
export const sharedTables: readonly CopiedTable[] = [
  schoolTables.staff,
  schoolTables.passkey,
  schoolTables.invitation,
  schoolTables.refreshToken,
  schoolTables.job,
];

/** Tables that are not gone through school by school, and why that keeps a copy whole. */
export const otherTables = {
  publishedRelease: 'copied with what refers to it',
  exposureCount: 'counted at the target as attempts and responses arrive',
  publication: 'made of the results, at the target as at the source, once a night',
  publishedFigures: 'part of a publication',
  dashboardKey:
    'given anew where a service moves: whoever holds one is told the new address anyway',
} as const satisfies Partial<Record<TableName, string>>;
