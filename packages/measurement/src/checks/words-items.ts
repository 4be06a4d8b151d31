import type { MantelHaenszel } from './dif-mantel-haenszel.ts';
import type { Drift } from './drift.ts';
import type { ItemFit } from './item-fit.ts';
import type { Linking } from './linking.ts';

/** The same sentences in French and in English. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

export const ITEM_FIT_WORDS: Record<ItemFit['code'], Words> = {
  fits: {
    fr: 'Les élèves réussissent cet item aussi souvent que prévu, à tous les niveaux. Rien à faire.',
    en: 'Pupils succeed on this item as often as expected, at every level. Nothing to do.',
  },
  misfits: {
    fr: 'À certains niveaux, les élèves réussissent cet item nettement plus ou moins souvent que prévu. L’énoncé est peut-être ambigu, la réponse facile à deviner, ou l’item mesure autre chose. Relisez l’énoncé et le barème avant de vous en servir de nouveau.',
    en: 'At some levels pupils succeed on this item clearly more or less often than expected. The task may be ambiguous, the answer easy to guess, or the item may measure something else. Read the task and its scoring again before you use it.',
  },
  'not-enough-data': {
    fr: 'Il n’y a pas encore assez de réponses pour vérifier cet item. Ne concluez rien pour le moment.',
    en: 'There are not enough answers yet to check this item. Do not conclude anything for now.',
  },
};

const DRIFT_CAUSES: Words = {
  fr: 'Il a pu circuler, être travaillé en classe, ou vieillir avec les logiciels. Relisez-le, et ne vous en servez plus pour comparer les deux périodes tant que la cause n’est pas connue.',
  en: 'It may have been passed around, been taught, or have aged with the software. Read it again, and do not compare the two periods with it until the cause is known.',
};

export const DRIFT_WORDS: Record<Drift['code'], Words> = {
  stable: {
    fr: 'Cet item est resté aussi difficile qu’avant, par rapport aux autres. Rien à faire.',
    en: 'This item is as difficult as it was, compared with the others. Nothing to do.',
  },
  harder: {
    fr: `Cet item est devenu plus difficile que les autres depuis la dernière fois. ${DRIFT_CAUSES.fr}`,
    en: `This item has become harder, compared with the others, since the last time. ${DRIFT_CAUSES.en}`,
  },
  easier: {
    fr: `Cet item est devenu plus facile que les autres depuis la dernière fois. ${DRIFT_CAUSES.fr}`,
    en: `This item has become easier, compared with the others, since the last time. ${DRIFT_CAUSES.en}`,
  },
  sharper: {
    fr: 'Cet item distingue mieux les élèves qu’avant. Vérifiez que ni l’énoncé ni le barème n’ont changé.',
    en: 'This item tells pupils apart better than it did. Check that neither the task nor its scoring has changed.',
  },
  blunter: {
    fr: 'Cet item distingue moins bien les élèves qu’avant. La réponse circule peut-être, ou l’énoncé n’est plus clair : relisez-le.',
    en: 'This item tells pupils apart less well than it did. The answer may be known, or the task no longer clear: read it again.',
  },
  'not-enough-data': {
    fr: 'Il n’y a pas assez de réponses, ou d’items communs, pour dire si cet item a changé. Ne concluez rien pour le moment.',
    en: 'There are not enough answers, or common items, to say whether this item has changed. Do not conclude anything for now.',
  },
};

export const LINKING_WORDS: Record<Linking['code'], Words> = {
  linked: {
    fr: 'Les items communs donnent la même image des deux côtés : les résultats peuvent être comparés.',
    en: 'The common items give the same picture on both sides: results may be compared.',
  },
  'poor-agreement': {
    fr: 'Les items communs ne donnent pas la même image des deux côtés. Ne comparez pas les résultats avant d’avoir cherché quels items ont changé.',
    en: 'The common items do not give the same picture on both sides. Do not compare results before you have found which items changed.',
  },
  'not-enough-data': {
    fr: 'Il n’y a pas assez d’items communs pour comparer les deux séries de résultats.',
    en: 'There are too few common items to compare the two sets of results.',
  },
};

export const DIF_WORDS: Record<MantelHaenszel['code'], Words> = {
  negligible: {
    fr: 'À résultat égal au reste du test, aucun écart qui compte n’apparaît entre les deux groupes sur cet item. Rien à faire.',
    en: 'Among pupils who do as well on the rest of the test, no gap that matters shows between the two groups on this item. Nothing to do.',
  },
  moderate: {
    fr: 'Ce n’est pas la preuve d’une injustice : relisez l’item avec ces élèves en tête, et refaites le calcul quand il y aura plus de réponses.',
    en: 'This does not prove that it is unfair: read the item with these pupils in mind, and check again when there are more answers.',
  },
  large: {
    fr: 'Faites relire l’item par plusieurs personnes, et ne vous en servez plus pour décider tant que la cause n’est pas connue.',
    en: 'Have several people read the item, and do not decide anything with it until the cause is known.',
  },
  'not-enough-data': {
    fr: 'Les groupes sont trop petits pour être comparés sur cet item. Ne concluez rien, ni dans un sens ni dans l’autre.',
    en: 'The groups are too small to be compared on this item. Do not conclude anything, either way.',
  },
};
