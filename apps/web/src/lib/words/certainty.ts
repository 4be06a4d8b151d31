import type { ReportedLevel } from '@jalon/types';

/** Below so many chances out of 100 of its level, a result says between which levels it hesitates. */
const HESITANT = 60;
const ALMOST_SURE = 85;

/** How sure a reported level is, ready to be put in words. */
export interface Certainty {
  kind: 'almost-sure' | 'fairly-sure' | 'hesitant';
  level: number;
  /** The two levels that are the most probable, lower first; `null` where there is one only. */
  between: { lower: number; upper: number } | null;
  /** Out of 100, and never 0 or 100: a test cannot be that sure. */
  chances: number;
  /** Out of 100: that level or a neighbour of it. */
  chancesWithinOne: number;
}

/** A probability as chances out of 100, from 1 to 99. */
export function chancesOutOf100(probability: number): number {
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}

/** Puts what is known of a level in the terms that words are chosen by. */
export function certaintyOf({
  level,
  probability,
  withinOne,
  probabilities,
}: ReportedLevel): Certainty {
  const [other] = probabilities
    .map((chance, index) => ({ chance, level: index + 1 }))
    .filter((candidate) => candidate.level !== level)
    .sort((a, b) => b.chance - a.chance);
  // The words go with the number that is shown beside them, as it was rounded.
  const chances = chancesOutOf100(probability);
  return {
    kind: chances < HESITANT ? 'hesitant' : chances < ALMOST_SURE ? 'fairly-sure' : 'almost-sure',
    level,
    between: other
      ? { lower: Math.min(level, other.level), upper: Math.max(level, other.level) }
      : null,
    chances,
    chancesWithinOne: chancesOutOf100(withinOne),
  };
}
