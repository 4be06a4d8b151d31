import type { z } from 'zod';
import type { Drawing } from '../../drawing.ts';
import type { definition } from './schema.ts';

/** The segments in their order; parts that can be selected are named by their rank among them. */
export function instantiate({ segments }: z.infer<typeof definition>, draw: Drawing) {
  let rank = 0;
  return {
    kind: 'select' as const,
    segments: segments.map((segment) => {
      if (typeof segment !== 'object') return { text: draw.text(segment), part: null };
      rank += 1;
      const { part, key = false, feedback } = segment;
      return {
        text: draw.text(part),
        part: {
          id: `p${String(rank)}`,
          key,
          feedback: feedback === undefined ? null : draw.text(feedback),
        },
      };
    }),
  };
}
export type Select = ReturnType<typeof instantiate>;

/** What can be selected, as options. */
export const optionsOf = ({ segments }: Select) =>
  segments.flatMap(({ text, part }) => (part === null ? [] : [{ text, ...part }]));
