import { fileURLToPath } from 'node:url';
import {
  exampleOf,
  type Instance,
  instantiate,
  type ItemDefinition,
  itemDefinition,
  kindNames,
  present,
} from '@jalon/items';
import { presentedItem } from '@jalon/items/contract';
import { describe, expect, it } from 'vitest';
import { itemKey } from './bank.ts';
import { readFramework } from './read/read-folder.ts';

const repository = fileURLToPath(new URL('../../../competence-framework/crcn', import.meta.url));
const seeds = ['1', '2', '3'];

/** What only the scorer has, by the names of its fields: shown under none of them. */
const keyFields = new Set([
  ...['key', 'accept', 'answer', 'tolerance', 'rank', 'pairs', 'distractors'],
  ...['feedback', 'correct', 'incorrect', 'solution', 'mistakes', 'goal', 'missed', 'unless'],
]);
/** Those that hold sentences which stand nowhere in what is shown. */
const sentenceFields = new Set(['feedback', 'correct', 'incorrect', 'goal', 'done', 'missed']);

/** A word or two may stand in an item and in its feedback by chance. */
const SHORT = 12;

/** Every text of a value with the names of the fields that lead to it. */
function textsOf(
  value: unknown,
  path: readonly string[] = [],
): { text: string; path: readonly string[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, path));
  return Object.entries(value).flatMap(([name, field]) => textsOf(field, [...path, name]));
}

function fieldNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fieldNames);
  return Object.entries(value).flatMap(([name, field]) => [name, ...fieldNames(field)]);
}

/**
 * The sentences of an instance that a pupil reads after an answer, if ever. A simulator's world is
 * shown whole: what it says is for the pupil to find.
 */
const sentencesOf = ({ feedback, interaction }: Instance): string[] =>
  textsOf({ feedback, interaction })
    .filter(({ path }) => !path.includes('world') && path.some((name) => sentenceFields.has(name)))
    .map(({ text }) => text);

/** The spellings of a typed answer: the item may show them to be found, its field may not. */
const spellingsOf = ({ interaction }: Instance): string[] =>
  textsOf(interaction)
    .filter(({ path }) => path.includes('accept'))
    .map(({ text }) => text);

function expectNoKey(definition: ItemDefinition): void {
  for (const seed of seeds) {
    const instance = instantiate(definition, seed);
    const shown = present(instance);
    // The contract names every field: what it does not name is not there.
    expect(presentedItem.parse(shown)).toEqual(shown);
    expect(fieldNames(shown).filter((name) => keyFields.has(name))).toEqual([]);

    const texts = textsOf(shown).map(({ text }) => text);
    const sentences = sentencesOf(instance).filter((one) => one.length > SHORT);
    expect(sentences).not.toEqual([]);
    expect(sentences.filter((one) => texts.some((text) => text.includes(one)))).toEqual([]);

    const beside = textsOf({ ...shown, stimulus: [], prompt: '', world: null }).map(({ text }) =>
      text.toLowerCase(),
    );
    const told = spellingsOf(instance).filter((one) => beside.includes(one.toLowerCase()));
    expect(told).toEqual([]);
    if ('solution' in instance.interaction) {
      const solution = JSON.stringify(instance.interaction.solution);
      expect(JSON.stringify(shown)).not.toContain(solution);
    }
  }
}

const bank = readFramework(repository, repository).bank.items.map(({ value }) => value);

describe('what a pupil’s browser gets of an item holds nothing of its key', () => {
  it.each(bank.map((item) => [itemKey(item), item] as const))('%s', (_, item) => {
    expectNoKey(item);
  });

  it.each(kindNames)('of the kind %s', (kind) => {
    expectNoKey(
      itemDefinition.parse({
        ...{ id: '1.1-essai', version: 1, language: 'fr', competence: '1.1' },
        ...{ descriptor: '1.1.N2.1', level: 2, difficulty: { mean: -1, sd: 0.5 } },
        ...{ discrimination: 1.2, title: 'Un essai', prompt: 'Que faire ?', kind },
        feedback: { correct: 'Oui, c’est bien cela.', incorrect: 'Relis bien la consigne.' },
        ...exampleOf(kind),
      }),
    );
  });
});
