import type { Audience, GiveAssessments, SequenceView } from '@jalon/types';
import { textField } from '#lib/server/sign-in.ts';

/** What a teacher typed and chose, as the form shows it; what is empty was left open. */
export interface Given {
  title: string;
  competences: string[];
  mode: GiveAssessments['mode'];
  feedback: GiveAssessments['feedback'];
  to: Audience['to'];
  below: string;
  pupilIds: string[];
  questions: string;
  minutes: string;
  levelFrom: string;
  levelTo: string;
  opensOn: string;
  closesOn: string;
}

/** The form before anything is typed. */
const untouched: Given = {
  ...{ title: '', competences: [], mode: 'measure', feedback: 'later' },
  ...{ to: 'class', below: '', pupilIds: [], questions: '', minutes: '' },
  ...{ levelFrom: '', levelTo: '', opensOn: '', closesOn: '' },
};

/**
 * The form as an address asks for it: a sequence that is ready (`sequence`), or practice in a
 * competence (`competence`) for those in need of a level (`besoin`). `eleves` names the pupils that
 * it is for instead, by their ids with commas between.
 */
export function givenByAddress(
  address: URLSearchParams,
  sequences: readonly SequenceView[],
  language: 'fr' | 'en',
): Given {
  const pupilIds = (address.get('eleves') ?? '').split(',').filter(Boolean);
  const chosen: Partial<Given> = pupilIds.length > 0 ? { to: 'chosen', pupilIds } : {};
  const ready = sequences.find(({ id }) => id === address.get('sequence'));
  if (ready) {
    return {
      ...untouched,
      title: ready.title[language],
      competences: ready.competences,
      mode: ready.mode,
      feedback: ready.feedback,
      questions: ready.questions === null ? '' : String(ready.questions),
      ...chosen,
    };
  }
  const competence = address.get('competence');
  if (!competence) return { ...untouched, ...chosen };
  return {
    ...untouched,
    competences: [competence],
    ...{ mode: 'practice', feedback: 'now', to: 'need', below: address.get('besoin') ?? '' },
    ...chosen,
  };
}

/** Reads the form as it was sent. */
export function givenIn(form: FormData): Given {
  const texts = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === 'string');
  const to = textField(form, 'to');
  return {
    title: textField(form, 'title'),
    competences: texts('competence'),
    mode: textField(form, 'mode') === 'practice' ? 'practice' : 'measure',
    feedback: textField(form, 'feedback') === 'now' ? 'now' : 'later',
    to: to === 'need' || to === 'chosen' ? to : 'class',
    below: textField(form, 'below'),
    pupilIds: texts('pupil'),
    questions: textField(form, 'questions'),
    minutes: textField(form, 'minutes'),
    levelFrom: textField(form, 'levelFrom'),
    levelTo: textField(form, 'levelTo'),
    opensOn: textField(form, 'opensOn'),
    closesOn: textField(form, 'closesOn'),
  };
}

/** What is sent for it. `highest` is the highest level, for a range that is open above. */
export function bodyOf(given: Given, highest: number): GiveAssessments {
  const { levelFrom, levelTo } = given;
  const hasLevels = levelFrom !== '' || levelTo !== '';
  return {
    title: given.title,
    competences: given.competences,
    mode: given.mode,
    feedback: given.feedback,
    opensOn: given.opensOn || null,
    closesOn: given.closesOn || null,
    questions: numberOrNull(given.questions),
    minutes: numberOrNull(given.minutes),
    levels: hasLevels ? { from: Number(levelFrom || 1), to: Number(levelTo || highest) } : null,
    audience: audienceOf(given),
  };
}

function audienceOf({ to, below, pupilIds }: Given): Audience {
  if (to === 'need') return { to, below: Number(below) };
  if (to === 'chosen') return { to, pupilIds };
  return { to };
}

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));
