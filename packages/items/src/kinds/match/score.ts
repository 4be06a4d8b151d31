import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import type { KindScore } from '../kind.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Match } from './instantiate.ts';

export type Response = z.infer<typeof response>;

/** Every left part has one right part; a right part may be given to several. */
export function check({ left, right }: Match, { pairs }: Response) {
  const linked = Object.keys(pairs);
  checkIds(linked, left);
  for (const id of Object.values(pairs)) checkIds([id], right);
  if (linked.length < left.length) {
    throw new ResponseRefused('Some parts of this item are linked with nothing.');
  }
}

/** A point for each left part linked with its right part. */
export function score({ left, right }: Match, { pairs }: Response): KindScore {
  const pairOf = new Map(right.map(({ id, pair }) => [id, pair]));
  const parts = left.map(({ id, pair }) => ({
    id,
    correct: pairOf.get(pairs[id] ?? '') === pair,
  }));
  return { points: parts.filter(({ correct }) => correct).length, possible: left.length, parts };
}

function rightLinks({ left, right }: Match): [left: string, right: string][] {
  const byPair = new Map(right.map(({ id, pair }) => [pair, id]));
  return left.map(({ id, pair }) => {
    const link = byPair.get(pair);
    if (link === undefined) throw new RangeError('A left part has no right part.');
    return [id, link];
  });
}

const linking = (links: readonly (readonly [string, string])[]): Response => ({
  kind: 'match',
  pairs: Object.fromEntries(links),
});

export const keyResponse = (interaction: Match): Response => linking(rightLinks(interaction));

/** Two neighbours' links swapped, and each link moved to a right part that matches nothing. */
export function distractorResponses(interaction: Match): Response[] {
  const links = rightLinks(interaction);
  const changed = (changes: readonly (readonly [string, string])[]) =>
    linking([...links, ...changes]);
  const swaps = links.slice(1).flatMap(([left, right], index) => {
    const before = links[index];
    return before
      ? [
          changed([
            [left, before[1]],
            [before[0], right],
          ]),
        ]
      : [];
  });
  const extras = interaction.right.filter(({ pair }) => pair === null);
  const strays = links.flatMap(([left]) => extras.map(({ id }) => changed([[left, id]])));
  return [...swaps, ...strays];
}
