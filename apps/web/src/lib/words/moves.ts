import { m } from '#lib/paraglide/messages.js';

/** By how much an answer moved a level, as a pupil is told it. */
export type Move = 'up' | 'rather-up' | 'hardly' | 'rather-down' | 'down';

/** Less than this, in logits, is hardly a move; more than that is clearly one. */
const HARDLY = 0.1;
const CLEARLY = 0.35;

/** The move of an estimate by so many logits. */
export function moveOf(logits: number): Move {
  const size = Math.abs(logits);
  if (size < HARDLY) return 'hardly';
  if (size < CLEARLY) return logits > 0 ? 'rather-up' : 'rather-down';
  return logits > 0 ? 'up' : 'down';
}

const words: Record<Move, () => string> = {
  up: m.move_up,
  'rather-up': m.move_rather_up,
  hardly: m.move_hardly,
  'rather-down': m.move_rather_down,
  down: m.move_down,
};

/** A move in a child's words. */
export const moveWords = (logits: number): string => words[moveOf(logits)]();

const shares = [
  { share: 1 / 10, words: m.share_tenth },
  { share: 1 / 5, words: m.share_fifth },
  { share: 1 / 4, words: m.share_quarter },
  { share: 1 / 3, words: m.share_third },
  { share: 1 / 2, words: m.share_half },
  { share: 2 / 3, words: m.share_two_thirds },
  { share: 3 / 4, words: m.share_three_quarters },
  { share: 1, words: m.share_most },
] as const;

/** A share below this says so little that nothing is said of it. */
const WORTH_SAYING = 0.08;

/** A share as the nearest plain fraction, `about a quarter`; `null` where it is not worth saying. */
export function shareWords(share: number): string | null {
  if (share < WORTH_SAYING) return null;
  const far = (one: { share: number }) => Math.abs(one.share - share);
  return shares.reduce((near, one) => (far(one) < far(near) ? one : near)).words();
}
