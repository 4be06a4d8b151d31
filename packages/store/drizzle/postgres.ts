import { postgresTables } from '../src/engines/dialect.ts';

/** PostgreSQL's tables, as the generator of migrations wants them: one export a table. */
export const {
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
  publishedRelease,
  assessment,
  assessmentPupil,
  attempt,
  response,
  result,
  position,
  refreshToken,
  accessLog,
  job,
  erasure,
  exposureCount,
} = postgresTables;
