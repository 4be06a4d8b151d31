import type { ChangeGroup, GroupPupils, MakeGroup } from '@jalon/types';
import { textField } from '#lib/server/sign-in.ts';

/** What a teacher typed and ticked, as the form shows it. */
export interface Typed {
  name: string;
  pupilIds: string[];
}

/** The group that a form changes, as the form began with it. */
export interface Before {
  name: string;
  pupilIds: string[];
}

/** The pupils that an address asks for (`?eleves=ID,ID`): those of them who may be chosen. */
export function chosenByAddress(address: URLSearchParams, places: GroupPupils['places']): string[] {
  const asked = new Set((address.get('eleves') ?? '').split(','));
  return places.flatMap(({ pupils }) => pupils.map(({ id }) => id)).filter((id) => asked.has(id));
}

/** Reads the form as it was sent. */
export const typedIn = (form: FormData): Typed => ({
  name: textField(form, 'nom'),
  pupilIds: form.getAll('eleve').filter((id) => typeof id === 'string'),
});

/** Reads what the form began with. */
export const beforeIn = (form: FormData): Before => ({
  name: textField(form, 'nomAvant'),
  pupilIds: textField(form, 'avant').split(' ').filter(Boolean),
});

/** What is sent for a new group. */
export const groupOf = ({ name, pupilIds }: Typed): MakeGroup => ({
  name,
  pupilIds: [...new Set(pupilIds)],
});

/** What is different from what the form began with: that alone is sent, so that nothing else changes. */
export function changesOf(typed: Typed, before: Before): ChangeGroup {
  const [chosen, shown] = [new Set(typed.pupilIds), new Set(before.pupilIds)];
  return {
    name: typed.name.trim() === before.name ? null : typed.name,
    add: [...chosen].filter((id) => !shown.has(id)),
    remove: [...shown].filter((id) => !chosen.has(id)),
  };
}
