import type { LogisticDif } from './dif-logistic.ts';
import type { MantelHaenszel } from './dif-mantel-haenszel.ts';
import type { Favoured } from './dif-answers.ts';
import type { Drift } from './drift.ts';
import type { ItemFit } from './item-fit.ts';
import type { Linking } from './linking.ts';
import type { PersonFit } from './person-fit.ts';
import type { ResponseTimes } from './response-times.ts';
import {
  DIF_WORDS,
  DRIFT_WORDS,
  ITEM_FIT_WORDS,
  LINKING_WORDS,
  type Words,
} from './words-items.ts';
import { PERSON_FIT_WORDS, RESPONSE_TIMES_WORDS, rapidWords } from './words-persons.ts';

export type CheckResult =
  Drift | ItemFit | Linking | LogisticDif | MantelHaenszel | PersonFit | ResponseTimes;

/**
 * What a result may mean and what to do about it, as a teacher or an inspector reads it: plain
 * sentences in French and in English, without the figures of the trade.
 */
export function checkWords(result: CheckResult): Words {
  switch (result.check) {
    case 'item-fit':
      return ITEM_FIT_WORDS[result.code];
    case 'drift':
      return DRIFT_WORDS[result.code];
    case 'linking':
      return LINKING_WORDS[result.code];
    case 'person-fit':
      return PERSON_FIT_WORDS[result.code];
    case 'response-times':
      return result.code === 'rapid'
        ? rapidWords(result.figures.rapid.length, result.figures.judged)
        : RESPONSE_TIMES_WORDS[result.code];
    case 'dif-mantel-haenszel':
    case 'dif-logistic':
      return difWords(result);
  }
}

function difWords(result: MantelHaenszel | LogisticDif): Words {
  if (result.code === 'not-enough-data' || result.code === 'negligible') {
    return DIF_WORDS[result.code];
  }
  const who = FAVOURED[result.figures.favours];
  const size = DIF_SIZES[result.code];
  const todo = DIF_WORDS[result.code];
  return {
    fr: `À résultat égal au reste du test, cet item ${who.fr} : l’écart est ${size.fr}. ${todo.fr}`,
    en: `Among pupils who do as well on the rest of the test, this item ${who.en}: the gap is ${size.en}. ${todo.en}`,
  };
}

const FAVOURED: Record<Favoured, Words> = {
  reference: {
    fr: 'est plus difficile pour le groupe étudié que pour le groupe de référence',
    en: 'is harder for the group under study than for the reference group',
  },
  focal: {
    fr: 'est plus facile pour le groupe étudié que pour le groupe de référence',
    en: 'is easier for the group under study than for the reference group',
  },
  neither: {
    fr: 'ne fonctionne pas de la même façon dans les deux groupes, et l’écart change avec le niveau',
    en: 'does not work the same way in both groups, and the gap changes with the level',
  },
};

const DIF_SIZES: Record<'moderate' | 'large', Words> = {
  moderate: { fr: 'modéré', en: 'moderate' },
  large: { fr: 'important', en: 'large' },
};
