/**
 * Why a submitted form holds no response yet: nothing was given, a part still waits, two parts
 * were given the same place, the text is too long, no number can be read where one is asked, it
 * stands with words that are no unit, or it is not among those that may be given.
 */
export interface FormRefusal {
  missing: true;
  reason:
    'empty' | 'incomplete' | 'repeated' | 'too-long' | 'no-number' | 'only-number' | 'out-of-range';
}

export const refuse = (reason: FormRefusal['reason']): FormRefusal => ({ missing: true, reason });

/** The texts of a field, trimmed; files and empty values are left out. */
export function fieldTexts(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

export const fieldText = (form: FormData, name: string): string | undefined =>
  fieldTexts(form, name)[0];
