import { z } from 'zod';
import { id, instant, typedLine } from './primitives.ts';

/** What a member of a school's staff may be. */
export const staffRole = z.enum(['teacher', 'administrator']);
export type StaffRole = z.infer<typeof staffRole>;

/** A member of a school's staff, as its administrator sees them. */
export const staffMember = z.object({
  id,
  role: staffRole,
  name: z.string(),
  email: z.string(),
  /** Whether the password alone does not let them in. */
  hasSecondFactor: z.boolean(),
  /** Of classes and groups of the current year and the next. */
  classIds: z.array(id),
});
export type StaffMember = z.infer<typeof staffMember>;

/** A link that was sent and not used yet. */
export const invitation = z.object({
  id,
  role: staffRole,
  name: z.string(),
  email: z.string(),
  /** Whether it is for a new password of somebody known. */
  isForPassword: z.boolean(),
  expiresAt: instant,
  isExpired: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

/** Who works at a school. */
export const schoolStaff = z.object({
  members: z.array(staffMember),
  invitations: z.array(invitation),
  /** The classes and groups that may be given to somebody. */
  classes: z.array(z.object({ id, name: z.string(), kind: z.enum(['class', 'group']) })),
});
export type SchoolStaff = z.infer<typeof schoolStaff>;

const classIds = z.array(id).max(500);

/** Invites somebody to a school. */
export const inviteStaff = z.strictObject({
  name: typedLine(z.string().trim().min(2).max(100)),
  email: typedLine(z.string().trim().min(3).max(254)).pipe(z.email()),
  role: staffRole,
  classIds,
});
export type InviteStaff = z.infer<typeof inviteStaff>;

/** What became of a link: sent by mail, or to be handed over by whoever asked for it. */
export const sentLink = z.object({ isSent: z.boolean(), link: z.string().nullable() });
export type SentLink = z.infer<typeof sentLink>;

/** The classes and groups that somebody teaches. */
export const setClasses = z.strictObject({ classIds });

/** The secret part of a link. */
const token = z.string().min(20).max(100);

export const readInvitation = z.strictObject({ token });

/** What a link says to whoever follows it. */
export const invitationView = z.object({
  /** The school; or an inspector's territory. */
  schoolName: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum([...staffRole.options, 'inspector']),
  isForPassword: z.boolean(),
});
export type InvitationView = z.infer<typeof invitationView>;

/** Characters of a password at least: CNIL, deliberation 2022-100, with sign-in throttled. */
export const PASSWORD_CHARACTERS = 12;

export const acceptInvitation = z.strictObject({
  token,
  password: z.string().min(PASSWORD_CHARACTERS).max(200),
});

/** A message that was kept where no mail server is set. */
export const keptMail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: instant,
});
export type KeptMail = z.infer<typeof keptMail>;
