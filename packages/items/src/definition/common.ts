import { z } from 'zod';
import { conditions, variables } from '../template/variables.ts';
import { writtenParagraph } from '../template/written.ts';
import { limits } from '../contract/limits.ts';
import { writtenStimulus } from './stimulus.ts';

/** The fields every item has, whatever its kind. */
export const commonShape = {
  id: z
    .string()
    .max(80)
    .regex(
      /^[1-9]\.[1-9]-[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'Write the competence, a dash and a name in small letters: 1.1-cle-usb-du-club.',
    ),
  version: z.int().positive(),
  language: z.enum(['fr']),
  competence: z.string().regex(/^[1-9]\.[1-9]$/, "Write a competence's code: '1.1'."),
  descriptor: z
    .string()
    .regex(/^[1-9]\.[1-9]\.N[1-8]\.[1-9]\d?$/, "Write a descriptor's code: 1.1.N2.1."),
  level: z.int().min(1).max(8),
  difficulty: z.strictObject({ mean: z.number(), sd: z.number().min(0.3).max(1) }),
  discrimination: z.number().min(0.3).max(3),
  title: z
    .string()
    .min(1)
    .max(limits.line)
    .refine((title) => !title.includes('{{'), 'A title is shown in lists: it has no variable.'),
  variables: variables.optional(),
  where: conditions.optional(),
  stimulus: writtenStimulus.optional(),
  prompt: writtenParagraph,
  feedback: z.strictObject({ correct: writtenParagraph, incorrect: writtenParagraph }),
};

/** The usual difficulty of a level: level 3 is the middle of the scale. */
const usualDifficulty = (level: number) => level - 3;

const MOST_FROM_USUAL = 0.8;

interface Placed {
  id: string;
  competence: string;
  descriptor: string;
  level: number;
  difficulty: { mean: number };
  variables?: Record<string, unknown> | undefined;
  where?: unknown[] | undefined;
}

/** What an item's fields say of one another, as problems with the field to correct. */
export function placementProblems(item: Placed): { path: string[]; message: string }[] {
  const problems: { path: string[]; message: string }[] = [];
  const usual = usualDifficulty(item.level);
  if (!item.id.startsWith(`${item.competence}-`)) {
    problems.push({ path: ['id'], message: `Begin the id with ${item.competence}-.` });
  }
  if (!item.descriptor.startsWith(`${item.competence}.N${String(item.level)}.`)) {
    const message = `Name a descriptor of ${item.competence} at level ${String(item.level)}.`;
    problems.push({ path: ['descriptor'], message });
  }
  if (Math.abs(item.difficulty.mean - usual) > MOST_FROM_USUAL + 1e-9) {
    const message = `Stay within ${String(MOST_FROM_USUAL)} of ${String(usual)}, the usual mean of level ${String(item.level)}.`;
    problems.push({ path: ['difficulty', 'mean'], message });
  }
  if (item.where && !item.variables) {
    problems.push({ path: ['where'], message: 'Conditions need variables to draw again.' });
  }
  return problems;
}
