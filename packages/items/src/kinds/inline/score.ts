import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import { checkFilled } from '../shared/gapped.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { InlineChoice } from './instantiate.ts';

export type Response = z.infer<typeof response>;
type Gap = InlineChoice['gaps'][number];

export function check({ gaps }: InlineChoice, { chosen }: Response) {
  checkFilled(chosen, gaps);
  for (const { id, options } of gaps) checkIds([chosen[id] ?? ''], options);
}

const keyOf = ({ options }: Gap): string => {
  const key = options.find((option) => option.key);
  if (!key) throw new RangeError('A gap has no right option.');
  return key.id;
};

/** A point for each gap with its right option. */
export function score({ gaps }: InlineChoice, { chosen }: Response): KindScore {
  const parts = gaps.map((gap) => ({ id: gap.id, correct: chosen[gap.id] === keyOf(gap) }));
  return { points: parts.filter(({ correct }) => correct).length, possible: parts.length, parts };
}

const keys = ({ gaps }: InlineChoice) =>
  Object.fromEntries(gaps.map((gap) => [gap.id, keyOf(gap)]));

export const keyResponse = (interaction: InlineChoice): Response => ({
  kind: 'inline',
  chosen: keys(interaction),
});

/** Each wrong option of each gap, the others being right. */
export const distractorResponses = (interaction: InlineChoice): Response[] =>
  interaction.gaps.flatMap(({ id, options }) =>
    options
      .filter(({ key }) => !key)
      .map((option) => ({
        kind: 'inline' as const,
        chosen: { ...keys(interaction), [id]: option.id },
      })),
  );
