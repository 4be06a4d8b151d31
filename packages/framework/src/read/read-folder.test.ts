import { kindNames } from '@jalon/items';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goodItem, itemFile, TemporaryFolder } from '../testing/folder.ts';
import { readFolder } from './read-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => rmSync(folder.root, { recursive: true, force: true }));

/** What is told of a file: `line: message -> instead`. */
const told = (file: string): string[] =>
  folder
    .read()
    .problems.filter(({ path }) => path === file)
    .map(({ line, message, instead }) => `${line}: ${message} -> ${instead}`);

it('reads a folder without mistakes', () => {
  expect(folder.read().problems).toEqual([]);
  expect(folder.edition().items.map(({ value }) => value.id)).toEqual(['1.1-essai']);
});

describe('a mistake in an item', () => {
  it.each([
    ['a mistyped field', 'prompt:', 'promt:', '11: `promt` is not a field here. -> prompt:'],
    [
      'a mistyped field that may be left out',
      'prompt:',
      'stimulu: []\nprompt:',
      '11: `stimulu` is not a field here. -> stimulus:',
    ],
    [
      'a mistyped field inside another',
      'feedback: Non. }',
      'fedback: Non. }',
      '14: `fedback` is not a field here. -> feedback:',
    ],
    [
      'a field of another kind',
      'prompt:',
      'pairs: []\nprompt:',
      '11: `pairs` is not a field here. -> one of id, version, language, competence, descriptor, level, difficulty, discrimination, title, variables, where, stimulus, prompt, feedback, kind, options, shuffle.',
    ],
    ['a missing field', 'title: Un essai\n', '', '1: `title` is missing. -> title: a text'],
    [
      'a missing group of fields',
      'feedback: { correct: Oui., incorrect: Non. }',
      '',
      '1: `feedback` is missing. -> feedback: { correct: a text, incorrect: a text }',
    ],
    [
      'a field missing inside another',
      'mean: -1, ',
      '',
      '8: `difficulty.mean` is missing. -> mean: 1',
    ],
    ['a missing choice', 'language: fr\n', '', '1: `language` is missing. -> language: fr'],
    ['a text for a number', 'version: 1', 'version: one', '2: `version` is not a number. -> 1'],
    ['a text for a list', 'options:\n', 'options: Ceci\nx:\n', '12: `options` is not a list. -> '],
    [
      'a number for a group',
      '{ mean: -1, sd: 0.5 }',
      '-1',
      '8: `difficulty` is not a group of fields. -> { mean: 1, sd: 0.3 }',
    ],
    [
      'a kind that is not there',
      'kind: choice',
      'kind: quiz',
      `3: \`kind\` is not one of the values it may have. -> ${kindNames.join(' or ')}`,
    ],
    [
      'a value that is not there',
      'language: fr',
      'language: en',
      '4: `language` is not one of the values it may have. -> fr',
    ],
    ['a bound', 'sd: 0.5', 'sd: 3', '8: `difficulty.sd` is too big or too long. -> at most 1.'],
    [
      'two fields that disagree',
      'level: 2',
      'level: 3',
      '6: `descriptor` does not fit. -> Name a descriptor of 1.1 at level 3.',
    ],
    [
      'a descriptor that is not there',
      '1.1.N2.1',
      '1.1.N2.9',
      '6: There is no descriptor 1.1.N2.9. -> 1.1.N2.1 or 1.1.N2.2',
    ],
    [
      'a competence that is not there',
      "id: 1.1-essai\nversion: 1\nkind: choice\nlanguage: fr\ncompetence: '1.1'\ndescriptor: 1.1.N2.1",
      "id: 1.9-essai\nversion: 1\nkind: choice\nlanguage: fr\ncompetence: '1.9'\ndescriptor: 1.9.N2.1",
      '5: There is no competence 1.9. -> 1.1 or 1.2 or 1.3',
    ],
    [
      'an id that is not the file’s',
      '1.1-essai',
      '1.1-autre',
      "1: The id 1.1-autre at version 1 does not fit the file's name. -> this in items/1.1/autre.v1.yaml",
    ],
    [
      'a version that is not the file’s',
      'version: 1',
      'version: 2',
      "1: The id 1.1-essai at version 2 does not fit the file's name. -> this in items/1.1/essai.v2.yaml",
    ],
    [
      'a text that needs quotes',
      'Que faire ?',
      'Que faire: ceci ?',
      '11: This is not YAML: Nested mappings are not allowed in compact mappings. -> `key: value`, with quotes',
    ],
    [
      'a field that stands twice',
      'title: Un essai',
      'title: Un essai\ntitle: Un autre',
      '11: This is not YAML: Map keys must be unique. -> ',
    ],
    [
      'an alias that names nothing',
      'title: Un essai',
      'title: *essai',
      'This is not YAML: Unresolved alias',
    ],
  ])('gives line and advice for %s', (_, from, to, expected) => {
    folder.change(itemFile, from, to);
    expect(told(itemFile)).toContainEqual(expect.stringContaining(expected));
  });

  it('tells the first slip of a text alone, since the parser stumbles over all that follows', () => {
    folder.change(itemFile, 'prompt: Que faire ?', "prompt: { a: 'l'eau', b: [c, d: e }");
    expect(told(itemFile)).toHaveLength(1);
  });

  it('is told with those of other files, and leaves the rest readable', () => {
    folder.write('items/1.1/autre.v1.yaml', goodItem.replace('1.1-essai', '1.1-autre'));
    folder.change(itemFile, 'prompt:', 'promt:');
    folder.change('scale.yaml', "'5.2':", "'5.3':");
    const { problems, bank } = folder.read();
    expect(new Set(problems.map(({ path }) => path))).toEqual(new Set([itemFile, 'scale.yaml']));
    expect(bank.items.map(({ value }) => value.id)).toEqual(['1.1-autre']);
    expect(readFolder(folder.path).ok).toBe(false);
  });

  it('gives every mistyped field of one group its own line', () => {
    folder.change(itemFile, 'prompt:', 'lvl: 2\nprompt:');
    folder.change(itemFile, 'title:', 'titel: Un essai\ntitle:');
    expect(told(itemFile).map((line) => line.split(' is')[0])).toEqual([
      '10: `titel`',
      '12: `lvl`',
    ]);
  });
});

it('refuses the same item twice', () => {
  folder.write('items/1.1/sous/1.1/essai.v1.yaml', goodItem);
  expect(told('items/1.1/sous/1.1/essai.v1.yaml')).toEqual([
    `2: 1.1-essai@1 stands in ${itemFile} too. -> another version, or another id.`,
  ]);
});

describe('a mistake in the scale', () => {
  it.each([
    [
      'cuts that do not rise',
      'cuts: [-1, 0, 1, 2]',
      'cuts: [-1, 1, 0, 2]',
      /^\d+: 5 levels need 4/,
    ],
    ['a cut too few', 'cuts: [-1, 0, 1, 2]', 'cuts: [-1, 0, 1]', /-> \[-1, 0, 1, 2\]$/],
    ['a competence left out', "'5.2':", '# ', /Competence 5.2 has no scale. -> '5.2': {/],
    ['a level left out', ', 5: 2 }', ' }', /Level 5 has no usual difficulty. -> 5: 0/],
    ['a sitting longer than itself', 'maxItems: 12', 'maxItems: 7', /minItems up to maxItems/],
  ])('is seen: %s', (_, from, to, expected) => {
    folder.change('scale.yaml', from, to);
    expect(told('scale.yaml')).toEqual([expect.stringMatching(expected)]);
  });

  it('is seen where an item’s kind has no usual discrimination', () => {
    folder.change('scale.yaml', 'choice: 1.0, ', '');
    expect(told(itemFile)).toEqual([
      '3: The scale has no usual discrimination for the kind choice. -> choice: 1.0 under discrimination in the scale.',
    ]);
  });
});

describe('a mistake in the framework', () => {
  it.each([
    [
      'a descriptor at another level than its code',
      'code: 1.1.N2.1\n        level: 2',
      'code: 1.1.N2.1\n        level: 3',
      'The code 1.1.N2.1 is not of 1.1 at level 3. -> 1.1.N3.1',
    ],
    ['a code twice', 'code: 1.1.N2.2', 'code: 1.1.N2.1', '1.1.N2.1 stands twice.'],
    ['a domain that is not there', "domain: '1'", "domain: '7'", 'There is no domain 7. -> 1 or 2'],
    [
      'a level that is not there',
      'code: 1.1.N5.2\n        level: 5',
      'code: 1.1.N6.1\n        level: 6',
      'There is no level 6. -> a level from 1 to 5.',
    ],
  ])('is seen: %s', (_, from, to, expected) => {
    const line = folder.text('framework.yaml').split(from)[0]?.split('\n').length;
    folder.change('framework.yaml', from, to);
    expect(told('framework.yaml')).toContainEqual(expect.stringContaining(`${line}: ${expected}`));
  });

  it('is seen where the file is not there', () => {
    rmSync(join(folder.path, 'framework.yaml'));
    expect(told('framework.yaml')).toEqual(['1: The file is missing. -> it.']);
  });
});

it('holds items against the newest framework and scale', () => {
  const next = folder.text('scale.yaml').replace('version: 1.0.0', 'version: 1.1.0');
  folder.write('scale.1.1.0.yaml', next.replaceAll('sd: 1.5', 'sd: 1.4'));
  expect(folder.edition().scale.value.version).toBe('1.1.0');
  folder.write('scale.1.2.0.yaml', next);
  expect(told('scale.1.2.0.yaml')).toEqual([
    expect.stringContaining('1.1.0 is not the one in the file'),
    expect.stringContaining('the scale 1.1.0 stands in scale.1.1.0.yaml too.'),
  ]);
});
