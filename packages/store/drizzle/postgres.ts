import { postgresTables } from '../src/engines/dialect.ts';

/** PostgreSQL's tables, as the generator of migrations wants them: one export a table. */
export const {
  school,
  schoolClass,
  pupil,
  membership,
  pupilKey,
  rosterDraft,
  card,
  staff,
  teaching,
  invitation,
  publishedRelease,
  assessment,
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
