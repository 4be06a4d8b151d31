import type { InviteStaff, Problem } from '@jalon/types';
import { fieldsAtFault } from '#lib/api/places.ts';
import { m } from '#lib/paraglide/messages.js';
import { textField } from '#lib/server/sign-in.ts';

/** What to mend, field by field. */
export type InviteErrors = Partial<Record<'name' | 'email', string>>;

/** The classes that a form has ticked. */
export const classesIn = (form: FormData): string[] =>
  form.getAll('classe').filter((id) => typeof id === 'string');

/** Reads the form as it was sent. */
export function askedIn(form: FormData): InviteStaff {
  return {
    name: textField(form, 'nom'),
    email: textField(form, 'adresse').trim(),
    role: textField(form, 'role') === 'administrator' ? 'administrator' : 'teacher',
    classIds: classesIn(form),
  };
}

/** What to mend in the form; `null` where the refusal is not about the form. */
export function explainRefusal(problem: Problem): InviteErrors | null {
  if (problem.code === 'email-taken') return { email: problem.detail };
  const fields = fieldsAtFault(problem);
  const errors = {
    ...(fields.has('name') && { name: m.staff_invite_name_error() }),
    ...(fields.has('email') && { email: m.staff_invite_email_error() }),
  };
  return Object.keys(errors).length > 0 ? errors : null;
}
