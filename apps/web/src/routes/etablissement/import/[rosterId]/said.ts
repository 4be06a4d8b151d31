import type { ConfirmRoster } from '@jalon/types';
import { textField } from '#lib/server/sign-in.ts';
import { NEW_PUPIL } from './who-fields.ts';

const WHO = /^qui-(\d{1,7})$/;

/** Reads the form of a preview as it was sent. */
export function saidIn(form: FormData): ConfirmRoster {
  const who = [...form.keys()].flatMap((name) => {
    const line = WHO.exec(name)?.[1];
    const said = textField(form, name);
    if (line === undefined || said === '') return [];
    return [{ line: Number(line), pupilId: said === NEW_PUPIL ? null : said }];
  });
  return {
    fingerprint: textField(form, 'empreinte'),
    absentHaveLeft: form.has('absents'),
    who,
  };
}
