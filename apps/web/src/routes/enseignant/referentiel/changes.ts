import type { ChangeKind } from '@jalon/types';
import { m } from '#lib/paraglide/messages.js';

const words: Record<ChangeKind, (inputs: { subject: string }) => string> = {
  'other-framework': (inputs) => m.change_other_framework(inputs),
  'other-meaning': (inputs) => m.change_other_meaning(inputs),
  'level-count': (inputs) => m.change_level_count(inputs),
  'competence-gone': (inputs) => m.change_competence_gone(inputs),
  'competence-new': (inputs) => m.change_competence_new(inputs),
  'descriptor-gone': (inputs) => m.change_descriptor_gone(inputs),
  'descriptor-moved': (inputs) => m.change_descriptor_moved(inputs),
  'descriptor-new': (inputs) => m.change_descriptor_new(inputs),
  'framework-words': (inputs) => m.change_framework_words(inputs),
  cuts: (inputs) => m.change_cuts(inputs),
  prior: (inputs) => m.change_prior(inputs),
  steps: (inputs) => m.change_steps(inputs),
  sitting: (inputs) => m.change_sitting(inputs),
  growth: (inputs) => m.change_growth(inputs),
  correlation: (inputs) => m.change_correlation(inputs),
  'scale-defaults': (inputs) => m.change_scale_defaults(inputs),
  'items-added': (inputs) => m.change_items_added(inputs),
  'items-retired': (inputs) => m.change_items_retired(inputs),
  'item-version': (inputs) => m.change_item_version(inputs),
  'item-words': (inputs) => m.change_item_words(inputs),
  engine: (inputs) => m.change_engine(inputs),
  'engine-mended': (inputs) => m.change_engine_mended(inputs),
};

/** A change between two releases in a sentence. */
export const changeWords = (what: ChangeKind, subject: string): string => words[what]({ subject });
