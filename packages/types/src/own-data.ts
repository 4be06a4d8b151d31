import { response } from '@jalon/items/contract';
import { z } from 'zod';
import { accommodationList, ownAccommodations } from './accommodations.ts';
import { sittingState } from './home.ts';
import { competenceName, id, instanceReference, instant, probability } from './primitives.ts';
import { roles } from './permissions.ts';
import { transferAnswer } from './transfers.ts';
import { territory } from './territories.ts';

/** Which shape an export has; another shape has another word. */
export const ownDataSchema = 'jalon-own-data/1';
export const staffDataSchema = 'jalon-staff-data/1';

/** What a part of an export is, in words for whoever opens the file. */
const title = z.strictObject({ fr: z.string(), en: z.string() });

/** A session: when it began, and when its last token ends. */
const session = z.strictObject({ startedAt: instant, expiresAt: instant });

/** One look at a pupil's results. The name is `null` where nobody bears it any more. */
export const lookAtPupil = z.strictObject({
  at: instant,
  name: z.string().nullable(),
  role: z.enum(roles).nullable(),
  action: z.string(),
});
export type LookAtPupil = z.infer<typeof lookAtPupil>;

/** One response as it was given, with the question as it was shown. */
const ownResponse = z.strictObject({
  ordinal: z.int().positive(),
  title: z.string(),
  prompt: z.string(),
  /** The answer in words, and as it was sent. */
  answer: z.string(),
  response,
  instance: instanceReference,
  /** Points earned and possible, and what was then believed; `null` while a test is under way. */
  points: z.number().nullable(),
  possible: z.number(),
  ability: z.number().nullable(),
  standardError: z.number().nullable(),
  answeredAt: instant,
  durationMs: z.int().nonnegative(),
});

const ownAttempt = z.strictObject({
  id,
  title: z.string(),
  mode: z.enum(['measure', 'practice']),
  status: z.enum(['open', 'finished']),
  competence: competenceName,
  release: z.string(),
  startedAt: instant,
  lastAnswerAt: instant.nullable(),
  finishedAt: instant.nullable(),
  ability: z.number().nullable(),
  standardError: z.number().nullable(),
  responses: z.array(ownResponse),
});
export type OwnAttempt = z.infer<typeof ownAttempt>;

/** All that Jalon keeps about one pupil. */
export const ownData = z.strictObject({
  schema: z.literal(ownDataSchema),
  madeAt: instant,
  titles: z.record(z.string(), title),
  pupil: z.strictObject({
    id,
    firstName: z.string(),
    lastName: z.string(),
    yearGroup: z.string().nullable(),
    leftAt: instant.nullable(),
  }),
  class: z.strictObject({ name: z.string(), yearGroup: z.string(), schoolYear: z.string() }),
  groups: z.array(z.string()),
  /** What a roster knows the pupil by again, such as `ine`; kept as digests, which nobody reads. */
  knownBy: z.array(z.string()),
  school: z.strictObject({ uai: z.string(), name: z.string(), department: z.string() }),
  /** How many cards sign the pupil in, and how many of them ask for pictures; neither are kept. */
  cards: z.strictObject({
    count: z.int().nonnegative(),
    withPictures: z.int().nonnegative(),
  }),
  assessments: z.array(
    z.strictObject({
      id,
      title: z.string(),
      competence: competenceName,
      givenAt: instant,
      closesAt: instant.nullable(),
      state: sittingState,
    }),
  ),
  results: z.array(
    z.strictObject({
      competence: competenceName,
      release: z.string(),
      attemptId: id,
      level: z.int().positive(),
      band: z.string(),
      probabilities: z.array(probability),
      ability: z.number(),
      standardError: z.number(),
      responses: z.int().nonnegative(),
      finishedAt: instant,
    }),
  ),
  /** How the product behaves for the pupil otherwise than for all; `null` where as for all. */
  accommodations: z.strictObject({ measures: accommodationList, saidAt: instant }).nullable(),
  /** Positions of the school report, as a teacher said them. */
  positions: z.array(
    z.strictObject({
      competence: z.string(),
      schoolYear: z.string(),
      level: z.int(),
      saidAt: instant,
    }),
  ),
  /** When the record was asked for by another school, or by this one of another. */
  transfers: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      askedAt: instant,
      answer: transferAnswer.nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  looks: z.array(lookAtPupil),
  sessions: z.array(session),
  attempts: z.array(ownAttempt),
});
export type OwnData = z.infer<typeof ownData>;

/** What a pupil's page says of it: little enough for any device. */
export const ownDataSummary = z.strictObject({
  className: z.string(),
  schoolName: z.string(),
  attempts: z.int().nonnegative(),
  results: z.int().nonnegative(),
  /** The last day on which it is kept, unless the pupil changes class. */
  keptUntil: z.iso.date().nullable(),
  /** `null` where Jalon behaves as for all. */
  accommodations: ownAccommodations.nullable(),
  looks: z.strictObject({
    count: z.int().nonnegative(),
    /** The newest, newest first. */
    newest: z.array(lookAtPupil),
  }),
});
export type OwnDataSummary = z.infer<typeof ownDataSummary>;

/** All that Jalon keeps about one member of staff. */
export const staffData = z.strictObject({
  schema: z.literal(staffDataSchema),
  madeAt: instant,
  titles: z.record(z.string(), title),
  staff: z.strictObject({
    id,
    role: z.enum(['teacher', 'administrator', 'inspector']),
    name: z.string(),
    email: z.string(),
    /** The school of a teacher. */
    school: z.string().nullable(),
    /** The territory of an inspector. */
    territory: territory.nullable(),
  }),
  classes: z.array(z.strictObject({ name: z.string(), schoolYear: z.string() })),
  assessments: z.array(
    z.strictObject({ id, title: z.string(), competence: z.string(), givenAt: instant }),
  ),
  /** When they said a position of the school report; of whom is that pupil's. */
  positions: z.array(z.strictObject({ competence: z.string(), saidAt: instant })),
  /** When they said what a pupil needs; of whom is that pupil's. */
  accommodations: z.array(z.strictObject({ saidAt: instant })),
  passkeys: z.array(
    z.strictObject({ name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() }),
  ),
  /** Links to come in by that they sent, or were sent. */
  invitations: z.array(z.strictObject({ email: z.string(), createdAt: instant })),
  /** When they asked another school for a record, or answered one that did; of whom is that pupil's. */
  transfers: z.array(
    z.strictObject({
      askedAt: instant,
      answer: transferAnswer.nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  /** When they looked at a pupil's results; at whom is that pupil's. */
  looks: z.array(z.strictObject({ at: instant, action: z.string() })),
  sessions: z.array(session),
});
export type StaffData = z.infer<typeof staffData>;
