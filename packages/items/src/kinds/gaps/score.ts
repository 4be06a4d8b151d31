import type { z } from 'zod';
import type { KindScore } from '../kind.ts';
import { checkFilled } from '../shared/gapped.ts';
import { normaliseText } from '../text/normalise.ts';
import type { response } from './contract.ts';
import type { Gaps } from './instantiate.ts';

export type Response = z.infer<typeof response>;

export const check = ({ gaps }: Gaps, { typed }: Response) => {
  checkFilled(typed, gaps);
};

/** A point for each gap with a text that is accepted there. */
export function score({ gaps }: Gaps, { typed }: Response): KindScore {
  const parts = gaps.map(({ id, accept }) => {
    const given = normaliseText(typed[id] ?? '');
    return { id, correct: accept.some((known) => normaliseText(known) === given) };
  });
  return { points: parts.filter(({ correct }) => correct).length, possible: parts.length, parts };
}

const keys = ({ gaps }: Gaps) =>
  Object.fromEntries(
    gaps.map(({ id, accept }) => {
      const [first] = accept;
      if (first === undefined) throw new RangeError('A gap accepts no answer.');
      return [id, first];
    }),
  );

export const keyResponse = (interaction: Gaps): Response => ({
  kind: 'gaps',
  typed: keys(interaction),
});

/** What is expected to be typed wrongly into each gap, the others being right. */
export const distractorResponses = (interaction: Gaps): Response[] =>
  interaction.gaps.flatMap(({ id, wrong }) =>
    wrong.map((text) => ({
      kind: 'gaps' as const,
      typed: { ...keys(interaction), [id]: text },
    })),
  );
