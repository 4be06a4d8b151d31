import type { z } from 'zod';
import { ResponseRefused } from '../../response-refused.ts';
import type { KindScore } from '../kind.ts';
import { checkIds } from '../shared/parts.ts';
import type { response } from './contract.ts';
import type { Order } from './instantiate.ts';

export type Response = z.infer<typeof response>;

export function check({ elements }: Order, { order }: Response) {
  checkIds(order, elements);
  if (order.length < elements.length) {
    throw new ResponseRefused('Some elements of this item have no place in the answer.');
  }
}

/** A point for each element that rightly follows the one before it. */
export function score({ elements }: Order, { order }: Response): KindScore {
  const ranks = new Map(elements.map(({ id, rank }) => [id, rank]));
  const parts = order.slice(1).map((id, index) => {
    const before = ranks.get(order[index] ?? '');
    return { id, correct: before !== undefined && ranks.get(id) === before + 1 };
  });
  return {
    points: parts.filter(({ correct }) => correct).length,
    possible: elements.length - 1,
    parts,
  };
}

const rightOrder = ({ elements }: Order) =>
  elements.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);

const ordering = (order: string[]): Response => ({ kind: 'order', order });

export const keyResponse = (interaction: Order): Response => ordering(rightOrder(interaction));

/** Each pair of neighbours swapped, and the order turned round. */
export function distractorResponses(interaction: Order): Response[] {
  const right = rightOrder(interaction);
  const swaps = right.slice(1).map((id, index) => {
    const before = right.slice(index, index + 1);
    return [...right.slice(0, index), id, ...before, ...right.slice(index + 2)];
  });
  return [...swaps, right.toReversed()].map(ordering);
}
