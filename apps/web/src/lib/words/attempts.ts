import type { AttemptView } from '@jalon/types';
import { getLocale } from '#lib/paraglide/runtime.js';
import { everydayName } from './competences.ts';

/** What an attempt is called before its pupil: a teacher's title, or what was chosen to practise. */
export function attemptTitle({
  mode,
  title,
  competence,
}: Pick<AttemptView, 'mode' | 'title' | 'competence'>): { text: string; language: string } {
  return mode === 'measure'
    ? { text: title, language: 'fr' }
    : { text: everydayName(competence), language: getLocale() };
}
