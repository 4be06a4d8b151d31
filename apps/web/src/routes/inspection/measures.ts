import { m } from '#lib/paraglide/messages.js';

/** What one may look at: the word in the address, and what it is called. */
const words = {
  niveaux: m.explorer_measure_levels,
  moyenne: m.explorer_measure_mean,
  progres: m.explorer_measure_growth,
  participation: m.explorer_measure_participation,
  evolution: m.explorer_measure_trend,
} as const;

export type Measure = keyof typeof words;

const isMeasure = (word: string): word is Measure => Object.hasOwn(words, word);

/** What an address asks for; the levels where it asks for nothing that there is. */
export const measureOf = (asked: string | undefined): Measure =>
  asked !== undefined && isMeasure(asked) ? asked : 'niveaux';

/** What one may choose, in words. */
export const measureChoices = (): { value: Measure; text: string }[] =>
  Object.keys(words)
    .filter(isMeasure)
    .map((value) => ({ value, text: words[value]() }));
