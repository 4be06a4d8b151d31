import { plainText } from '../contract.ts';
import type { Instance } from '../instance.ts';

/** Words that lose their vowel before another, before a name or a word that is drawn. */
const UNELIDED =
  /(?<![\p{L}’'-])([dD]e|[qQ]ue|[nN]e|[jJ]e|[sS]e|[mM]e|[tT]e|[lL]orsque|[pP]uisque|[jJ]usque) ([aeiouéèêàâîôûAEIOUÉÈÊÀÂÎÔ][\p{L}’'-]+)/gu;

/** They begin with a vowel that is said as a consonant; names in capitals are spelt out. */
const UNTOUCHED = /^(?:[Oo]nz|[Oo]ui\b|ouistiti|[Oo]uest\b|ukulélé|uhlan|\p{Lu}{2})/u;

/**
 * Where a French text lacks an elision, as in “de Inès”: it happens where a variable is put after
 * “de” or “que”, and only some of what it draws begins with a vowel. Gives the first few words of it,
 * or `null`.
 */
export function missingElision(text: string): string | null {
  for (const [found, , word = ''] of plainText(text).matchAll(UNELIDED)) {
    if (!UNTOUCHED.test(word)) return found;
  }
  return null;
}

/** The same, in anything that an instance shows or says: prompt, parts, feedback, steps. */
export function elisionIn(instance: Instance): string | null {
  return firstIn([instance.prompt, instance.stimulus, instance.feedback, instance.interaction]);
}

/** What a pupil types is accepted in many forms, wrong ones too. */
const TYPED = new Set([
  'id',
  'kind',
  'accept',
  'accepted',
  'solution',
  'mistakes',
  'answer',
  'distractors',
]);

function firstIn(value: unknown): string | null {
  if (typeof value === 'string') return missingElision(value);
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, field] of Object.entries(value)) {
    const found = TYPED.has(name) ? null : firstIn(field);
    if (found !== null) return found;
  }
  return null;
}
