import { plainText, type PresentedItem } from '../contract.ts';

/** A reading index of a text, with what it was counted from. */
export interface Reading {
  words: number;
  sentences: number;
  /** LIX: words per sentence, plus the percentage of words of more than six letters. */
  index: number;
}

const LONG_WORD = 6;

/**
 * How hard a text is to read: the LIX of Björnsson (Läsbarhet, 1968), which Anderson (Lix and Rix,
 * Journal of Reading 26, 1983) gives for French too. It asks for no syllables and no word list. An
 * elided word (`l’`) counts as one.
 */
export function readingOf(text: string): Reading {
  const words = plainText(text).match(/\p{L}+|\d+/gu) ?? [];
  const sentences = Math.max(
    1,
    plainText(text)
      .split(/[.!?…:;]+(?:\s|$)/u)
      .filter(hasWord).length,
  );
  const long = words.filter((word) => word.length > LONG_WORD).length;
  const index = words.length === 0 ? 0 : words.length / sentences + (100 * long) / words.length;
  return { words: words.length, sentences, index };
}

const hasWord = (text: string) => /[\p{L}\d]/u.test(text);

/** Under so many words a percentage of long ones says little. */
const FEWEST_WORDS = 12;

/** The highest index of what an item says: 40 at level 1, for pupils of eight, 60 at level 5. */
const highestAt = (level: number): number => 35 + 5 * level;

/** The instructions of an item: its prompt and its plain texts. What a document imitates is its own. */
const instructions = ({ prompt, stimulus }: PresentedItem): string =>
  [...stimulus.flatMap((block) => (block.block === 'text' ? [block.text] : [])), prompt].join('\n');

/** What makes an item too hard to read for its level; `null` where nothing does. */
export function tooHardToRead(item: PresentedItem, level: number): string | null {
  const { words, index } = readingOf(instructions(item));
  const highest = highestAt(level);
  if (words < FEWEST_WORDS || index <= highest) return null;
  return `The instructions are hard to read for level ${String(level)}: index ${index.toFixed(0)}, at most ${String(highest)}.`;
}
