import type { SayPositions } from '@jalon/types';
import { textField } from '#lib/server/sign-in.ts';
import { POSITION, PUPIL } from './fields.ts';

/** Reads the form of a pupil's positions as it was sent. */
export function saidIn(form: FormData): SayPositions {
  const positions = [...form.keys()].flatMap((name) => {
    if (!name.startsWith(POSITION)) return [];
    const said = textField(form, name);
    const level = /^[0-3]$/.test(said) ? Number(said) : null;
    return [{ competence: name.slice(POSITION.length), level }];
  });
  return { pupilId: textField(form, PUPIL), positions };
}
