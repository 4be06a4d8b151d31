import type { Sequence } from '@jalon/framework';
import type { SequenceView } from '@jalon/types';
import type { Engine } from '../engine.ts';

/** What is ready to be given now: sequences of which every competence has items. */
export function readySequences(all: readonly Sequence[], { competences }: Engine): SequenceView[] {
  return all
    .filter((one) => one.competences.every((code) => competences.has(code)))
    .map(({ questions = null, ...one }) => ({ ...one, questions }));
}
