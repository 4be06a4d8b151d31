import type { Problem } from '@jalon/types';
import { fieldsAtFault } from '#lib/api/places.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Given } from './given.ts';

/** What to mend, field by field. */
export type GiveErrors = Partial<
  Record<'title' | 'competences' | 'audience' | 'levels' | 'opensOn' | 'closesOn', string>
>;

/** What to mend in the form, field by field; `null` where the refusal is not about the form. */
export function explainRefusal(problem: Problem, given: Given): GiveErrors | null {
  switch (problem.code) {
    case 'no-items':
      return given.levelFrom || given.levelTo
        ? { levels: m.give_levels_none() }
        : { competences: problem.detail };
    case 'assessment-closed':
      return { closesOn: given.opensOn ? m.give_days_error() : m.give_last_day_error() };
    case 'nobody-in-need':
      return { audience: problem.detail };
    default:
      return explainFields(fieldsAtFault(problem), given);
  }
}

function explainFields(fields: ReadonlySet<string>, { to }: Given): GiveErrors | null {
  if (fields.size === 0) return null;
  return {
    ...(fields.has('title') && { title: m.give_name_error() }),
    ...(fields.has('competences') && { competences: m.give_competences_error() }),
    ...(fields.has('audience') && {
      audience: to === 'need' ? m.give_need_error() : m.give_chosen_error(),
    }),
    ...(fields.has('levels') && { levels: m.give_levels_error() }),
    ...(fields.has('opensOn') && { opensOn: m.give_first_day_error() }),
    ...(fields.has('closesOn') && { closesOn: m.give_last_day_error() }),
  };
}
