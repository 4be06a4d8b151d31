import type { Problem } from '@jalon/types';
import { fieldsAtFault } from '#lib/api/places.ts';
import { m } from '#lib/paraglide/messages.js';

/** What to mend, field by field. */
export type GroupErrors = Partial<Record<'name' | 'pupils', string>>;

/** What to mend in the form; `null` where the refusal is not about the form. */
export function explainRefusal(problem: Problem): GroupErrors | null {
  switch (problem.code) {
    case 'group-known':
      return { name: problem.detail };
    case 'group-size':
    case 'conflict':
      return { pupils: problem.detail };
    case 'not-found':
      return { pupils: m.group_pupils_gone() };
    default: {
      const fields = fieldsAtFault(problem);
      const isOfPupils = ['pupilIds', 'add', 'remove'].some((field) => fields.has(field));
      const errors = {
        ...(fields.has('name') && { name: m.group_name_error() }),
        ...(isOfPupils && { pupils: m.group_pupils_error() }),
      };
      return Object.keys(errors).length > 0 ? errors : null;
    }
  }
}
