import { z } from 'zod';

/**
 * Every reason the API refuses for. The code is stable: a client may translate it or act on it.
 * `status` is the HTTP status it travels with.
 */
export const problemCodes = {
  'bad-request': 400,
  'bad-response': 400,
  'not-signed-in': 401,
  'wrong-card': 401,
  'pictures-needed': 401,
  'wrong-pictures': 401,
  'wrong-password': 401,
  'code-needed': 401,
  'wrong-code': 401,
  'passkey-refused': 401,
  'passkey-unknown': 401,
  'passkey-copied': 401,
  'passkey-expired': 401,
  'session-ended': 401,
  'link-ended': 410,
  'weak-password': 422,
  forbidden: 403,
  'factor-needed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-answered': 409,
  'attempt-finished': 409,
  'attempt-open': 409,
  'assessment-closed': 409,
  'assessment-not-open': 409,
  'roster-moved': 409,
  'transfer-answered': 409,
  'from-roster': 409,
  'group-known': 409,
  'group-over': 409,
  'email-taken': 409,
  'own-account': 409,
  'passkey-known': 409,
  'too-many-passkeys': 409,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'no-items': 422,
  'nobody-in-need': 422,
  'group-size': 422,
  'too-many-requests': 429,
  unexpected: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problemCodes;

const codes = Object.keys(problemCodes).filter((code): code is ProblemCode => code in problemCodes);

/** One place in the input that does not fit, as a JSON pointer and a sentence. */
export const problemPlace = z.object({ pointer: z.string(), message: z.string() });

/** A problem document (RFC 9457): what every refusal looks like. */
export const problem = z.object({
  type: z.string(),
  code: z.enum(codes),
  title: z.string(),
  status: z.int(),
  /** A sentence that tells a person what to do next. */
  detail: z.string(),
  /** The request's id, to quote when asking for help. */
  instance: z.string(),
  places: z.array(problemPlace).optional(),
});
export type Problem = z.infer<typeof problem>;
