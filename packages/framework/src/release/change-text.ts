import type { Change, ChangeKind } from './due.ts';

const sentences: Record<ChangeKind, (subject: string) => string> = {
  'other-framework': (id) => `The framework is another: ${id}.`,
  'other-meaning': (version) => `The framework's ${version} gives its codes another meaning.`,
  'level-count': (count) => `There are ${count} levels now.`,
  'competence-gone': (code) => `The competence ${code} is gone.`,
  'competence-new': (code) => `The competence ${code} is new.`,
  'descriptor-gone': (code) => `The descriptor ${code} is gone.`,
  'descriptor-moved': (code) => `The descriptor ${code} moved to another level.`,
  'descriptor-new': (code) => `The descriptor ${code} is new.`,
  'framework-words': () => 'Words of the framework changed; its codes and levels did not.',
  cuts: (code) => `The cut points of ${code} changed.`,
  prior: (code) => `The prior of ${code} changed.`,
  steps: () => 'Items of several points are counted in other steps.',
  sitting: () => 'Sittings end by another rule.',
  growth: () => 'An earlier result widens otherwise before the next sitting.',
  correlation: () => 'Competences say more or less of each other before the next sitting.',
  'scale-defaults': () => 'Only what new items are given by default changed in the scale.',
  'items-added': (count) => `Items are added: ${count}.`,
  'items-retired': (count) => `Items are retired: ${count}.`,
  'item-version': (id) => `${id} is a new version.`,
  'item-words': (id) => `${id} has other words and the same scoring.`,
  engine: (version) => `The engine is ${version}: replay statements of before under it.`,
  'engine-mended': (version) => `The engine is ${version}: replay statements of before under it.`,
};

/** A change in a sentence, for a steward. */
export const changeText = ({ what, subject }: Change): string => sentences[what](subject);
