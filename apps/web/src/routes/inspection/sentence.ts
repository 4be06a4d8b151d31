import type { CohortRow } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';
import { listOf } from '#lib/words/numbers.ts';
import { type Level, shownPupils, tell } from './counts.ts';
import { wholeText } from './figures.ts';
import { shareWords } from './share-words.ts';

/** What the distribution of a row shows, in a sentence or two. */
export function sentenceOf(row: CohortRow, levels: readonly Level[], language: string): string {
  const total = shownPupils(row.total);
  if (total === null) return m.cohort_sentence_unknown();
  const list = (numbers: readonly number[]) => listOf(numbers.map(String), language);

  const { parts, hidden } = tell(row, levels);
  const told = parts.map(({ band, levels: some, share }) => {
    const say = some.length === 1 ? m.cohort_sentence_level : m.cohort_sentence_levels;
    return say({ share: shareWords(share, language), levels: list(some), band });
  });
  const count = wholeText(total, language);
  const shown =
    told.length === 0
      ? m.cohort_sentence_total({ count })
      : m.cohort_sentence({ count, parts: listOf(told, language) });
  if (hidden.length === 0) return shown;
  const sayHidden =
    hidden.length === 1 ? m.cohort_sentence_hidden_one : m.cohort_sentence_hidden_many;
  return `${shown} ${sayHidden({ levels: list(hidden) })}`;
}
