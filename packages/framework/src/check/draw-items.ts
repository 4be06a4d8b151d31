import {
  checkItem,
  instantiate,
  type ItemDefinition,
  present,
  type Problem,
  TemplateError,
  twinsAmong,
} from '@jalon/items';
import type { SourceFile } from '../bank.ts';
import type { FileProblem } from '../problem.ts';

/** What drawing an item shows to be wrong; a warning stops no release. */
export interface DrawProblem extends FileProblem {
  severity: Problem['severity'];
}

/** With how many seeds an item is drawn before anyone may meet it. */
export const seedsPerItem = 200;

/** Draws each item with many seeds and tells what is wrong, with a seed that shows it. */
export function drawItems(
  items: readonly SourceFile<ItemDefinition>[],
  seeds: number = seedsPerItem,
): DrawProblem[] {
  return items.flatMap(({ path, value, placeOf }) =>
    checkItem(value, { seeds }).map(({ seed, code, message, severity }) => ({
      path,
      ...placeOf([]),
      message: `${severity === 'warning' ? 'Warning: ' : ''}${message}`,
      instead:
        seed === null
          ? advice[code]
          : `${advice[code]} See it: npm run items -- preview ${value.id} --seed ${seed}`,
      severity,
    })),
  );
}

/** Tells which items say much the same: a pupil who met one knows the other. */
export function twinItems(items: readonly SourceFile<ItemDefinition>[]): DrawProblem[] {
  const drawn = items.flatMap((file) => {
    const shown = shownOnce(file.value);
    return shown ? [{ file, shown }] : [];
  });
  return twinsAmong(drawn, ({ shown }) => shown).map(({ one, other, share }) => ({
    path: other.file.path,
    ...other.file.placeOf([]),
    message: `Warning: ${String(Math.round(100 * share))}% of what it says is said by ${one.file.value.id} too.`,
    instead: 'another situation, or a new version of the first item.',
    severity: 'warning',
  }));
}

/** An item as one seed shows it; `null` where its template cannot be drawn, which is told apart. */
function shownOnce(item: ItemDefinition) {
  try {
    return present(instantiate(item, '1'));
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

const advice: Record<Problem['code'], string> = {
  shown: 'texts and lists within the bounds of docs/add-an-item.md.',
  key: 'a key that a pupil can give and that earns every point.',
  distractor: 'a wrong answer that a pupil can give and that does not earn every point.',
  'same-text': 'parts that differ for every seed, with a condition under `where` if need be.',
  text: 'a name that `variables` declares, between two pairs of braces.',
  address: 'an address that ends in .example.',
  'long-key': 'options of about the same length.',
  template: 'an expression that works out for every seed.',
  'varies-little': 'more values to draw, in texts that the pupil sees.',
  'points-vary': 'as many things to find for every seed.',
  'key-stays': 'more options, so that shuffling moves the right one.',
  reading: 'shorter sentences and everyday words in the prompt and the texts above it.',
  elision: 'the name after another word, or draw only words that begin alike.',
  kind: 'steps that only what a pupil does can earn.',
};
