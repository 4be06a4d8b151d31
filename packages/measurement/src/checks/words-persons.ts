import type { PersonFit } from './person-fit.ts';
import type { ResponseTimes } from './response-times.ts';
import type { Words } from './words-items.ts';

export const PERSON_FIT_WORDS: Record<PersonFit['code'], Words> = {
  fits: {
    fr: 'Les réponses de cet élève vont bien ensemble. Rien à faire.',
    en: 'This pupil’s answers go together. Nothing to do.',
  },
  misfits: {
    fr: 'Les réponses de cet élève vont mal ensemble : des questions faciles sont manquées, de plus difficiles réussies. Cela peut venir d’un moment d’inattention, d’une aide, d’un souci technique ou d’une notion pas encore vue. Ce n’est pas une preuve de fraude : regardez les réponses, parlez-en avec l’élève, et ne vous fiez pas à ce seul résultat.',
    en: 'This pupil’s answers do not go together: easy questions were missed and harder ones solved. A lapse of attention, some help, a technical problem or a notion not yet taught may explain it. It is no proof of cheating: look at the answers, talk with the pupil, and do not rely on this result alone.',
  },
  'not-enough-data': {
    fr: 'Il y a trop peu de réponses pour dire si elles vont ensemble.',
    en: 'There are too few answers to say whether they go together.',
  },
};

export const RESPONSE_TIMES_WORDS: Record<Exclude<ResponseTimes['code'], 'rapid'>, Words> = {
  considered: {
    fr: 'L’élève a pris le temps de réfléchir. Rien à faire.',
    en: 'The pupil took the time to think. Nothing to do.',
  },
  'not-enough-data': {
    fr: 'Trop peu de durées sont connues pour dire si l’élève a pris le temps de réfléchir.',
    en: 'Too few times are known to say whether the pupil took the time to think.',
  },
};

/** Where answers came too rapidly: `rapid` of the `judged` ones. */
export function rapidWords(rapid: number, judged: number): Words {
  const one = rapid === 1;
  return {
    fr: `${rapid} ${one ? 'réponse' : 'réponses'} sur ${judged} ${one ? 'est venue' : 'sont venues'} trop vite pour que la question ait été lue. Le résultat dit sans doute moins que ce que l’élève sait faire : demandez-lui ce qui s’est passé, puis proposez-lui de recommencer au calme.`,
    en: `${rapid} of ${judged} answers came too fast for the question to have been read. The result probably shows less than the pupil can do: ask what happened, then offer another try in a quiet moment.`,
  };
}
