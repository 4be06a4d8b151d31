import { fieldText, type FormRefusal, refuse } from '../../contract/form.ts';

/** Reads one field per part, named by a prefix and the part's id, or says what is missing. */
export function fieldPerPart(
  form: FormData,
  prefix: string,
  parts: readonly { id: string }[],
): Record<string, string> | FormRefusal {
  const given = Object.fromEntries(
    parts.flatMap(({ id }): [string, string][] => {
      const value = fieldText(form, prefix + id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  const count = Object.keys(given).length;
  if (count === 0) return refuse('empty');
  return count < parts.length ? refuse('incomplete') : given;
}

/** Whether what was read of a form is a refusal. */
export const isRefusal = (read: object): read is FormRefusal => 'missing' in read;
