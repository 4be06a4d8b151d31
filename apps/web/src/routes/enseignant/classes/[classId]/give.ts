import type { GiveAssessment, Problem } from '@jalon/types';
import { fieldsAtFault } from '#lib/api/places.ts';
import { m } from '#lib/paraglide/messages.js';
import { textField } from '#lib/server/sign-in.ts';

/** What a teacher typed and chose; an empty last day means none. */
export type Given = Omit<GiveAssessment, 'closesOn'> & { closesOn: string };

/** What to mend, field by field. */
export type GiveErrors = Partial<Record<'title' | 'competence' | 'closesOn', string>>;

/** Reads the form as it was sent. */
export function givenIn(form: FormData): Given {
  return {
    title: textField(form, 'title'),
    competence: textField(form, 'competence'),
    feedback: textField(form, 'feedback') === 'now' ? 'now' : 'later',
    closesOn: textField(form, 'closesOn'),
  };
}

/** What to mend in the form, field by field; `null` where the refusal is not about the form. */
export function explainRefusal(problem: Problem): GiveErrors | null {
  if (problem.code === 'no-items') return { competence: problem.detail };
  if (problem.code === 'assessment-closed') return { closesOn: m.give_last_day_error() };
  const fields = fieldsAtFault(problem);
  if (fields.size === 0) return null;
  return {
    ...(fields.has('title') && { title: m.give_name_error() }),
    ...(fields.has('competence') && { competence: m.give_competence_error() }),
    ...(fields.has('closesOn') && { closesOn: m.give_last_day_error() }),
  };
}
